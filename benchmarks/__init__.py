"""How fast Brygga is: medians and ratios to look at, never assertions."""
