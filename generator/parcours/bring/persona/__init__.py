"""Persona pages, however they were written, as personas."""
