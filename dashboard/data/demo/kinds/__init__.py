"""Other kinds of unit than the one of the ordinary demo, each with sample data of its own."""

from dashboard.data.demo.kinds.build import invent_kind
from dashboard.data.demo.kinds.catalogue import KINDS

__all__ = ["KINDS", "invent_kind"]
