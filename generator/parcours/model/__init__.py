"""What a writer can say: personas, journeys, stages, steps and everything they name.

One frozen pydantic class a file's kind. Field names are the keys of the front matter. Short forms (one text where a
list may stand, ``{csat: 3.4}`` for a list of metrics) are folded to one canonical shape on the way in, so all that
follows sees one shape. References are ids or names, as written, until ``link`` resolves them.
"""
