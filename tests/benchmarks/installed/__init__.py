"""Programs as installers leave them."""
