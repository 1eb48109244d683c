"""Jinja environment, translations, and the functions a template may call."""
