"""Parcours: journey maps as code.

A static site generator for customer-journey documentation. The stages of the data, each in a folder of its own:
``source`` → ``parse`` → ``link`` → ``pages`` → ``theme`` → ``build``; see ARCHITECTURE.md.
"""

__version__ = "0.1.0"
