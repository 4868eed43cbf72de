"""Brygga: the employer network of a supported-employment unit, its placements and its follow-ups."""

__version__ = "0.1.0"
