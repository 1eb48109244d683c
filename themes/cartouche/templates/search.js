{# The words of the search, for find.js. #}
{% set keys = ["title", "label", "placeholder", "hint", "close", "all", "facets", "results", "none", "none_hint", "first", "one", "other", "part", "loading", "failed", "from_a_to_z", "keys", "slash"] %}
{% set words = namespace(said={}) %}
{% for key in keys %}{% set _ = words.said.update({key: t("find." ~ key, count="{count}", shown="{shown}", words="{words}")}) %}{% endfor %}
{% set kinds = namespace(all=[]) %}
{% for key, letter in page.kinds %}{% set _ = kinds.all.append([letter, t("one." ~ key) if t.has("one." ~ key) else t("find.kind." ~ key), t("many." ~ key) if t.has("many." ~ key) else t("find.kinds." ~ key)]) %}{% endfor %}
parcoursFind.tell({{ {"languages": page.languages, "kinds": kinds.all, "words": words.said} | tojson }});
