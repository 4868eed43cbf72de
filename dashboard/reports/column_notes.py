"""What each table and column holds, in words: for the template and for those who fill it in."""

from collections.abc import Mapping
from types import MappingProxyType

from dashboard.data.importer.cells.choices import shown_words
from dashboard.data.importer.columns import Column, Kind, Table
from dashboard.i18n import N_, _, language

TABLES: Mapping[str, str] = MappingProxyType(
    {
        "units": N_("Organisations that support clients."),
        "coaches": N_("Those who support clients and know employers."),
        "employers": N_("One row for each workplace."),
        "clients": N_("One row for each enrolment. Keys only, never names."),
        "cooperation": N_("Other authorities around a client. May be left empty."),
        "steps": N_("When clients entered the five steps. May be left empty."),
        "contacts": N_("Each time the unit and an employer were in touch."),
        "placements": N_("Clients at employers, or in studies."),
        "follow_ups": N_("Planned and done follow-ups of placements."),
    }
)
COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "units.unit_id": N_("The unit's own short key, the same everywhere."),
        "units.name": N_("What the unit is called."),
        "units.municipality_code": N_("The municipality that the unit works in."),
        "units.programme": N_("A free label. Units with the same one are reported together."),
        "coaches.coach_id": N_("The coach's own short key, for example her initials."),
        "coaches.name": N_("The coach's name, as the pages show it."),
        "coaches.unit_id": N_("The unit's key. May be left empty when there is only one unit."),
        "coaches.fte": N_("Share of full time. Empty means full time."),
        "coaches.started_on": N_("First day as a coach here."),
        "coaches.ended_on": N_("Last day as a coach here. Empty while she works here."),
        "employers.employer_id": N_(
            "Your own key for the workplace. Another workplace of the same company has another one."
        ),
        "employers.name": N_("What the workplace is called."),
        "employers.org_number": N_(
            "Ten digits. A sole trader's is a personal identity number: leave it empty."
        ),
        "employers.ownership": N_("Who owns the workplace."),
        "employers.sni_code": N_("Industry by SNI 2007."),
        "employers.size_class": N_("How many work there, as a class or a number."),
        "employers.group": N_("A name that ties workplaces of one organisation together."),
        "employers.address": N_("Street and number."),
        "employers.postal_code": N_(
            "Places the workplace on the map, when latitude and longitude are missing."
        ),
        "employers.locality": N_("Town or village."),
        "employers.municipality_code": N_("Municipality, by name or code."),
        "employers.latitude": N_("WGS 84, degrees. Only when you have it."),
        "employers.longitude": N_("WGS 84, degrees. Only when you have it."),
        "employers.registered_on": N_("The day you first knew the workplace."),
        "employers.capacity": N_("How many people it can host at once. Empty means one."),
        "employers.occupations": N_("Jobs that it can offer."),
        "employers.adjustments": N_("Needs for support that the workplace can meet."),
        "employers.active": N_("Whether you still work with it. Empty means yes."),
        "clients.client_id": N_(
            "A key that only you can trace to a person. Never a name and never a personal identity number."
        ),
        "clients.unit_id": N_("The unit's key. Empty means the coach's unit."),
        "clients.coach_id": N_("The coach's key."),
        "clients.earlier_client_id": N_(
            "For somebody who returns: her key from last time. She gets a new one now."
        ),
        "clients.gender": N_("May be left empty."),
        "clients.birth_year": N_("Year of birth. Never a whole date."),
        "clients.referrer": N_("Who asked for the support."),
        "clients.district": N_("A district or an area that you work with."),
        "clients.applied_on": N_(
            "The day of the referral or the application. Enough alone for somebody who waits."
        ),
        "clients.enrolled_on": N_("The day of enrolment. Empty only for somebody who waits."),
        "clients.closed_on": N_("The day of closing. Empty for somebody who is still enrolled."),
        "clients.closing_reason": N_("Why it was closed."),
        "clients.wished_occupations": N_("What the client wants to work with."),
        "clients.support_needs": N_("What the client needs at a workplace."),
        "clients.postal_code": N_("Only used for distances."),
        "cooperation.client_id": N_("The client's key."),
        "cooperation.party": N_("Which authority is involved."),
        "cooperation.role": N_("What it does."),
        "cooperation.from_on": N_("First day."),
        "cooperation.to_on": N_("Last day. Empty while it goes on."),
        "steps.client_id": N_("The client's key."),
        "steps.step": N_("Which of the five steps of Supported Employment."),
        "steps.entered_on": N_("The day the client entered the step."),
        "contacts.contact_id": N_("Your own key, if you have one. May be left empty."),
        "contacts.employer_id": N_("The employer's key."),
        "contacts.coach_id": N_("The key of the coach who was in touch."),
        "contacts.contacted_on": N_("The day of the contact."),
        "contacts.kind": N_("How you were in touch."),
        "contacts.initiated_by": N_("Who took the initiative. Empty means you."),
        "contacts.client_id": N_("The key of the client it was about, if any."),
        "placements.placement_id": N_("Your own key for the placement."),
        "placements.client_id": N_("The client's key."),
        "placements.employer_id": N_("The employer's key. Empty only for studies."),
        "placements.coach_id": N_("The coach's key. Empty means the client's coach."),
        "placements.kind": N_("What the client does there."),
        "placements.occupation": N_("Occupation by SSYK 2012."),
        "placements.started_on": N_("First day."),
        "placements.planned_end_on": N_("The planned last day."),
        "placements.ended_on": N_("The last day as it was. Empty while it runs."),
        "placements.outcome": N_("How it ended. Empty while it runs."),
        "placements.contract": N_("For employments: the form of the contract."),
        "placements.hours_per_week": N_("Hours a week, 0 to 40."),
        "placements.subsidy": N_("For employments: the support that the employer gets."),
        "placements.client_rating": N_("The client's own rating, 1 to 5."),
        "placements.employer_rating": N_("The employer's rating, 1 to 5."),
        "follow_ups.follow_up_id": N_("Your own key, if you have one. May be left empty."),
        "follow_ups.placement_id": N_("The placement's key."),
        "follow_ups.coach_id": N_("The coach's key. Empty means the placement's coach."),
        "follow_ups.planned_on": N_("The day it was planned for."),
        "follow_ups.done_on": N_("The day it was done. Empty until then."),
        "follow_ups.cancelled": N_("Whether it was called off."),
        "follow_ups.party": N_("Whom you met."),
        "follow_ups.mode": N_("How you met."),
        "follow_ups.minutes": N_("How long it took."),
        "follow_ups.assessment": N_("How the placement is going."),
    }
)
FORMS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.KEY: N_("Letters and digits, exactly alike each time."),
        Kind.TEXT: N_("Text."),
        Kind.DATE: N_("A date, for example 2026-03-01."),
        Kind.WORD: N_("One of: {words}."),
        Kind.TAGS: N_("One or more, with ; between: {words}."),
        Kind.YES_NO: N_("{yes} or {no}."),
        Kind.FTE: N_("0–100 %."),
        Kind.WHOLE: N_("A whole number."),
        Kind.DECIMAL: N_("A number."),
        Kind.YEAR: N_("Four digits, for example 1990."),
        Kind.STEP: N_("One of: {words}."),
        Kind.ORG_NUMBER: N_("Ten digits, for example 556000-0000."),
        Kind.SNI: N_("2 to 5 digits, for example 56.100."),
        Kind.OCCUPATION: N_("SSYK, 2 to 4 digits, for example 9412."),
        Kind.OCCUPATIONS: N_("SSYK, 2 to 4 digits, with ; between, for example 9412;5222."),
        Kind.SIZE_CLASS: N_("0, 1-9, 10-49, 50-249 or 250+, or a number of employees."),
        Kind.POSTAL_CODE: N_("Five digits, for example 186 30."),
        Kind.MUNICIPALITY: N_("For example Vallentuna or 0115."),
    }
)


def table_note(table: Table) -> str:
    """What a table holds, in a sentence."""
    return _(TABLES[table.name])


def column_note(table: Table, column: Column) -> str:
    """What a column holds, in a sentence or two."""
    return _(COLUMNS[f"{table.name}.{column.name}"])


def column_form(column: Column) -> str:
    """How the cells of a column are written, with the words that are allowed."""
    yes, no = ("ja", "nej") if language() == "sv" else ("yes", "no")
    return _(FORMS[column.kind]).format(words=", ".join(shown_words(column)), yes=yes, no=no)
