"""Who acts on a map: a persona, a team or a system, told by words of ten languages. A guess, which is said."""

from __future__ import annotations

import re
from typing import Literal

from parcours.source.address import slug

ActorKind = Literal["persona", "team", "system"]


def _words(text: str) -> frozenset[str]:
    return frozenset(map(slug, text.split()))


PERSONS = _words(
    "user customer visitor buyer shopper owner guest patient student citizen traveller passenger reader member "
    "utilisateur utilisatrice cliente acheteur acheteuse visiteur visiteuse usager patiente voyageur "
    "usuario usuaria comprador compradora utente utilizador acquirente visitatore "
    "nutzer nutzerin kunde kundin benutzer kaufer besucher klient polzovatel"
)
"""Heads of names: an app user is no app."""
TEAMS = _words(
    "team support staff sales marketing department agent agents desk helpdesk office operator operations ops logistics "
    "cashier courier receptionist waiter clerk technician engineer adviser advisor representative rep specialist "
    "finance billing legal hr it crew service warehouse reception management devs developers engineering manager "
    "equipe service vente ventes commercial commerciale commerciaux conseiller conseillere agence "
    "logistique comptabilite guichet direction magasin technicien technicienne livreur vendeur vendeuse "
    "equipo soporte ventas atencion agente departamento logistica oficina atendimento suporte vendas departamento "
    "squadra assistenza vendite reparto ufficio operatore magazzino negozio "
    "kundendienst kundenservice vertrieb abteilung mitarbeiter mitarbeiterin berater beraterin lager "
    "verkauf buchhaltung "
    "поддержка команда отдел менеджер оператор продавец курьер склад служба"
)
SYSTEMS = _words(
    "system server app application api bot chatbot website site web backend frontend database db crm erp "
    "platform software module assistant email mail sms gateway machine device ai llm portal cms webshop cloud "
    "systeme serveur appli logiciel plateforme automate robot courriel borne "
    "sistema servidor aplicacion aplicativo plataforma programa base correo "
    "piattaforma sito applicazione "
    "webseite plattform anwendung datenbank automat software "
    "система сервер приложение сайт бот платформа"
)
TEAM_SIGNS = (
    "客服",
    "团队",
    "團隊",
    "店员",
    "スタッフ",
    "担当",
    "チーム",
    "サポート",
    "店員",
    "営業",
    "직원",
    "팀",
    "상담",
    "销售",
)
SYSTEM_SIGNS = (
    "系统",
    "系統",
    "服务器",
    "平台",
    "网站",
    "应用",
    "システム",
    "サーバー",
    "アプリ",
    "サイト",
    "시스템",
    "서버",
    "앱",
)
_BETWEEN = re.compile(r"\s*[,;、，؛]\s*")


def actor_kind(name: str) -> ActorKind:
    """What somebody of this name is taken for."""
    words = [slug(word) for word in re.split(r"[\s\-_/’'().]+", name) if word]
    if not words or words[0] in PERSONS - {"customer", "user"} or words[-1] in PERSONS:
        return "persona"
    if not SYSTEMS.isdisjoint(words) or any(sign in name for sign in SYSTEM_SIGNS):
        return "system"
    folded_teams = not TEAMS.isdisjoint(words) or any(sign in name for sign in TEAM_SIGNS)
    return "team" if folded_teams else "persona"


def actors_of(text: str) -> tuple[str, ...]:
    """The names in a list of actors, each once, as they are first written."""
    names = {" ".join(name.split()): None for name in _BETWEEN.split(text.strip())}
    return tuple(name for name in names if name)
