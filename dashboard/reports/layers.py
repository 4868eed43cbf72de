"""The networks behind the ties, with names, and what each node means to its network."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import pandas as pd

from dashboard.analysis.basis import Basis, basis
from dashboard.analysis.layers import client_links, coach_links, referrer_links, way_links
from dashboard.analysis.likeness import Likeness, likeness
from dashboard.analysis.links import Links
from dashboard.analysis.network_state import EmployerState
from dashboard.analysis.structure import Structure, structure
from dashboard.domain.access import Viewer
from dashboard.domain.world import World
from dashboard.i18n import N_, _
from dashboard.reports.access import Access
from dashboard.reports.community_names import kind_name
from dashboard.reports.employer_index import require_staff
from dashboard.reports.state import PageState
from dashboard.words import word

LAYERS: Mapping[str, str] = MappingProxyType(
    {
        "clients": N_("Coach, client and employer"),
        "ways": N_("From one employer to a job at another"),
        "alike": N_("Employers that are alike"),
        "coaches": N_("Coaches who share employers"),
        "referrers": N_("Referrer, unit and employer"),
    }
)
"""The networks by name: G3, the two of G4, G5 and G6."""


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """One network, ready to be drawn or listed. Treat the frames as read-only.

    Attributes:
        name: its key in LAYERS.
        nodes: one row a node, numbered from 0: `kind` ("coach", "client", "employer", "unit", "referrer",
            "party", or "kind" for employers of one kind), `key` (empty for a client whom the viewer may not
            see), `label`, `links`, `holds_together`, `between`, `constraint`, `circles`.
        links: one row a link: `start` and `end`, numbers of nodes, and `strength`.
        directed: whether links lead from start to end only.
        estimated: whether `between` comes from a sample.
    """

    name: str
    nodes: pd.DataFrame
    links: pd.DataFrame
    directed: bool
    estimated: bool


def layer(access: Access, page: PageState, name: str) -> Layer:
    """A network of the selection on the page's day.

    Raises:
        AccessDenied: when the person is neither coach nor manager.
        InvalidParameter: when there is no such unit or programme.
    """
    require_staff(access)
    measured = access.cached(
        _key("layer", page, name), lambda _snapshot: measure(name, *_given(access, page))
    )
    alike = alike_employers(access, page) if name == "alike" else None
    shown = named(name, measured, access.store.world(), alike)
    return hidden_from(shown, access.viewer, access.store.world())


def alike_employers(access: Access, page: PageState) -> Likeness:
    """Who is like whom.

    Raises:
        AccessDenied: when the person is neither coach nor manager.
        InvalidParameter: when there is no such unit or programme.
    """
    require_staff(access)
    return access.cached(
        _key("likeness", page),
        lambda _snapshot: likeness(
            access.employer_state(page.units, page.programme, page.on), access.definitions
        ),
    )


def measure(name: str, given: Basis, state: EmployerState) -> Structure:
    """Build one of the networks and measure its nodes."""
    return structure(_BUILT[name](given, state))


def named(name: str, measured: Structure, world: World, alike: Likeness | None = None) -> Layer:
    """A network with what its nodes are called.

    Args:
        name: which one.
        measured: its nodes.
        world: where the names stand.
        alike: who is alike, when nodes are kinds of employers.
    """
    links = measured.links
    labels = _labels(world, alike)
    pairs = zip(measured.nodes["kind"], measured.nodes["key"], strict=True)
    label = [labels[kind](key) for kind, key in pairs]
    return Layer(
        name=name,
        nodes=measured.nodes.assign(label=pd.Series(label, index=measured.nodes.index, dtype="str")),
        links=pd.DataFrame({"start": links.start, "end": links.end, "strength": links.strength}),
        directed=links.directed,
        estimated=measured.estimated,
    )


def hidden_from(shown: Layer, viewer: Viewer, world: World) -> Layer:
    """The same without the keys of clients whom a person may not see."""
    coach_of = {
        client: coach if isinstance(coach, str) else None
        for client, coach in zip(world.clients["client_id"], world.clients["coach_id"], strict=True)
    }
    hidden = pd.Series(
        [
            kind == "client" and not viewer.may_see_client(coach_of[key])
            for kind, key in zip(shown.nodes["kind"], shown.nodes["key"], strict=True)
        ],
        index=shown.nodes.index,
        dtype=bool,
    )
    nodes = shown.nodes.assign(
        key=shown.nodes["key"].mask(hidden, ""),
        label=shown.nodes["label"].mask(hidden, _("another coach's client")),
    )
    return replace(shown, nodes=nodes)


_BUILT: Mapping[str, Callable[[Basis, EmployerState], Links]] = {
    "clients": lambda given, _state: client_links(given),
    "ways": lambda given, _state: way_links(given),
    "alike": lambda given, state: likeness(state, given.definitions).links,
    "coaches": lambda _given, state: coach_links(state),
    "referrers": lambda given, _state: referrer_links(given),
}


def _given(access: Access, page: PageState) -> tuple[Basis, EmployerState]:
    scope = access.scope(page.units, page.programme, page.on)
    state = access.employer_state(page.units, page.programme, page.on)
    # Nothing in these networks asks for the period, so that they are built once for all periods.
    return basis(scope, page.period, access.definitions), state


def _key(what: str, page: PageState, *more: str) -> tuple[object, ...]:
    return (what, tuple(sorted(set(page.units))), page.programme, page.on, *more)


def _labels(world: World, alike: Likeness | None) -> Mapping[str, Callable[[str], str]]:
    names = {
        "coach": dict(zip(world.coaches["coach_id"], world.coaches["name"], strict=True)),
        "employer": dict(zip(world.employers["employer_id"], world.employers["name"], strict=True)),
        "unit": dict(zip(world.units["unit_id"], world.units["name"], strict=True)),
    }
    kinds = _kinds(world, alike)
    return {
        **{kind: found.__getitem__ for kind, found in names.items()},
        "client": str,
        "referrer": lambda key: word("referrer", key),
        "party": lambda key: _("{party}, as a party").format(party=word("referrer", key)),
        "kind": lambda key: kinds[key],
    }


def _kinds(world: World, alike: Likeness | None) -> dict[str, str]:
    """What the kinds with a link are called: the employer when it is alone in its kind."""
    if alike is None:
        return {}
    employers, sizes = world.employers.set_index("employer_id"), alike.sizes.tolist()
    columns = (employers[name] for name in ("name", "occupations", "map_municipality_code"))
    names, occupations, places = (column.to_dict() for column in columns)
    first = dict(zip(reversed(alike.kind.tolist()), reversed(alike.employer_ids), strict=True))
    return {
        str(kind): str(names[first[kind]])
        if sizes[kind] == 1
        else kind_name(occupations[first[kind]], places[first[kind]], sizes[kind], alike.ssyk_level)
        for kind in alike.linked.tolist()
    }
