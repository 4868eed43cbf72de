"""Items of IPS-25 that no record tells, in our own words: a person looks, and rates them 1 to 5."""

from collections.abc import Mapping
from types import MappingProxyType

from dashboard.i18n import N_

HAND_ITEMS: Mapping[str, str] = MappingProxyType(
    {
        "employment_only": N_("Coaches work with employment alone"),
        "whole_chain": N_("The same coach follows the whole way"),
        "in_team": N_("Each coach belongs to a care team"),
        "meets_team": N_("Coach and care team meet often"),
        "authorities": N_("Cooperation with the authorities"),
        "coaches_together": N_("Coaches meet and stand in for each other"),
        "leader": N_("A leader guides the coaches"),
        "nobody_excluded": N_("Nobody is turned away who wants to work"),
        "work_in_focus": N_("The organisation has ordinary work in focus"),
        "management": N_("The management stands behind the method"),
        "benefits": N_("Advice on benefits and economy"),
        "openness": N_("The client decides what is told to the employer"),
        "profile": N_("The client's profile grows with each job"),
        "own_wishes": N_("The search follows the client's own wishes"),
        "good_contacts": N_("Contacts with employers build a relationship"),
        "own_support": N_("Support at work is shaped for each client"),
        "out_of_office": N_("The work is done out of the office"),
        "keeps_trying": N_("Who stays away is sought out again"),
    }
)
