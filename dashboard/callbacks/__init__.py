"""One module a page with its callbacks, and `GROUPS`: all of them, for `create_app`."""

from dashboard.callbacks import (
    clients,
    costs,
    data,
    employer,
    employers,
    follow_ups,
    gaps,
    handover,
    method,
    network,
    network_layers,
    outcomes,
    rows,
    saved_views,
    shell,
    states,
    today,
    writing,
)
from dashboard.callbacks.group import CallbackGroup

GROUPS: tuple[CallbackGroup, ...] = (
    shell.group,
    writing.group,
    today.group,
    employers.group,
    saved_views.group,
    employer.group,
    network.group,
    network_layers.group,
    handover.group,
    gaps.group,
    outcomes.group,
    method.group,
    costs.group,
    follow_ups.group,
    clients.group,
    rows.group,
    data.group,
    states.group,
)
