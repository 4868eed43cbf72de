"""A selection narrowed to some of its clients, or to what happened at some employers."""

from dataclasses import replace

import numpy as np

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import Flags
from dashboard.analysis.selection import Scope


def of_clients(basis: Basis, who: Flags) -> Basis:
    """The same for some of the clients, with their placements and follow-ups.

    Args:
        basis: the selection.
        who: one flag a client of the world.
    """
    scope = basis.scope
    placements = scope.has_placement & who[scope.coded.placements.client]
    return replace(basis, scope=replace(_narrowed(scope, placements), has_client=scope.has_client & who))


def at_employers(basis: Basis, where: Flags) -> Basis:
    """The same for the placements at some of the employers, and the follow-ups of those.

    Args:
        basis: the selection.
        where: one flag an employer of the world; what has no employer is left out.
    """
    scope = basis.scope
    placements = scope.has_placement & np.append(where, False)[scope.coded.placements.employer]
    employers = scope.has_employer & where
    return replace(basis, scope=replace(_narrowed(scope, placements), has_employer=employers))


def _narrowed(scope: Scope, placements: Flags) -> Scope:
    follow_ups = placements[scope.coded.follow_ups.placement]
    return replace(scope, has_placement=placements, has_follow_up=follow_ups)
