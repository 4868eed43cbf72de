"""Scripts for those who work on Brygga; the product never imports them."""
