"""The built sites as readers, browsers and checkers see them."""
