"""Which icon stands for a channel, a device or another thing, when the writer names none."""

from __future__ import annotations

from functools import lru_cache

from parcours.link.atlas import Thing
from parcours.model.kinds import Kind
from parcours.model.places import Channel
from parcours.source.address import slug

CHANNEL_ICONS = (
    ("shop", ("shop", "store", "branch", "boutique", "magasin", "agence", "counter", "showroom", "desk", "guichet")),
    ("app", ("app", "application")),
    ("sms", ("sms", "text-message", "texto")),
    ("chat", ("chat", "messenger", "whatsapp", "tchat", "messagerie")),
    ("email", ("mail", "e-mail", "email", "courriel", "newsletter")),
    ("social", ("social", "facebook", "instagram", "reseaux", "tiktok", "linkedin", "forum")),
    ("phone", ("phone", "call", "telephone", "hotline", "voice", "appel")),
    ("post", ("post", "letter", "courrier", "lettre", "parcel", "colis", "paper")),
    ("home", ("home", "domicile", "delivery", "livraison", "visit", "technician", "installation")),
    ("web", ("web", "site", "website", "online", "internet", "search", "portal", "comparator", "ligne")),
)
ICON_NAMES = frozenset(name for name, _ in CHANNEL_ICONS) | {"other"}

DEVICE_ICONS = (
    ("mobile", ("mobile", "phone", "smartphone", "telephone", "iphone", "android")),
    ("tablet", ("tablet", "tablette", "ipad")),
    ("laptop", ("laptop", "portable", "notebook")),
    ("desktop", ("desktop", "computer", "ordinateur", "pc", "kiosk", "borne", "terminal")),
    ("tv", ("tv", "television", "tele")),
    ("paper", ("paper", "papier", "letter", "leaflet", "catalogue")),
)

THING_ICONS = {
    Kind.TOUCHPOINT: "touchpoint",
    Kind.SEGMENT: "team",
    Kind.EVIDENCE: "evidence",
    Kind.SURVEY: "survey",
    Kind.OPPORTUNITY: "opportunity",
    Kind.TAG: "tag",
    Kind.OWNER: "team",
}


@lru_cache(maxsize=4096)
def _matching(icons: tuple[tuple[str, tuple[str, ...]], ...], name: str) -> str:
    words = slug(name)
    parts = words.split("-")
    exact = next((icon for icon, known in icons if any(word in parts for word in known)), "")
    return exact or next((icon for icon, known in icons if any(len(w) > 3 and w in words for w in known)), "")


def channel_icon(given: str, name: str) -> str:
    """The icon of a channel: the given one when the set has it, else by a word of the name, else ``other``."""
    return given if given in ICON_NAMES else _matching(CHANNEL_ICONS, given or name) or "other"


def device_icon(device: str) -> str:
    """The icon of a device; empty when none is named."""
    return (_matching(DEVICE_ICONS, device) or "other-device") if device else ""


def icon_of(thing: Thing) -> str:
    """The icon of a thing."""
    if thing.ref.kind is Kind.CHANNEL:
        return channel_icon(thing.record.icon if isinstance(thing.record, Channel) else "", thing.name)
    return THING_ICONS.get(thing.ref.kind, "other")
