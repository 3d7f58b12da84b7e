"""The commands, one a module; heavy modules are imported only inside the one that needs them."""
