"""The whole generator on one screen."""
