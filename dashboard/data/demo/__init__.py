"""An invented unit to try Brygga with: seeded, relative to a day, and said to be invented everywhere."""

from dashboard.data.demo.fill import Filled, fill_demo, remove_demo
from dashboard.data.demo.invent import invent
from dashboard.data.demo.kinds import KINDS

__all__ = ["KINDS", "Filled", "fill_demo", "invent", "remove_demo"]
