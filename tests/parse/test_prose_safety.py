"""Nothing dangerous comes out of prose, whatever is written there."""

from __future__ import annotations

import html5lib
import pytest

from parcours.parse.prose import read_prose
from parcours.parse.prose_pieces import scheme
from tests.parse.test_prose import html_of, shown

VECTORS = (
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src=x oNeRrOr=alert(1)//",
    '<img src="x:x" onerror="alert(1)">',
    '<img """><script>alert(1)</script>">',
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">a</button></form>',
    '<input autofocus onfocus="alert(1)">',
    "<a href='javascript:alert(1)'>a</a>",
    "<a href='JaVaScRiPt:alert(1)'>a</a>",
    "<a href='java&#x0A;script:alert(1)'>a</a>",
    "<a href='&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)'>a</a>",
    "<a href=' \x01javascript:alert(1)'>a</a>",
    "<a href='vbscript:msgbox(1)'>a</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>a</a>",
    "[a](javascript:alert(1))",
    "[a](<java\tscript:alert(1)>)",
    "[a](JAVASCRIPT:alert(1) 'b\"onmouseover=alert(1)')",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a][b]\n\n[b]: javascript:alert(1)",
    "![a](data:image/svg+xml,<svg/onload=alert(1)>)",
    '![a" onerror="alert(1)](x.png)',
    "<javascript:alert(1)>",
    "<javascript://a%0Aalert(1)>",
    "[[javascript:alert(1)]]",
    '[["onmouseover="alert(1)]]',
    "[[a|<img src=x onerror=alert(1)>]]",
    "a {: onclick=alert(1) style=color:red }",
    "# a {: onmouseover=alert(1) }",
    "```html onload=alert(1)\n<script>alert(1)</script>\n```",
    '```"><script>alert(1)</script>\na\n```',
    "```{.mermaid onload=alert(1)}\n</div><script>alert(1)</script>\n```",
    "<style>body{background:url(javascript:alert(1))}</style>",
    '<p style="background:url(javascript:alert(1))">a</p>',
    '<table style="x:expression(alert(1))"><tr><td align="x;y">a</td></tr></table>',
    "<link rel=stylesheet href=//evil.example>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<base href=//evil.example>",
    "<template><img src=x onerror=alert(1)></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<textarea><img title='</textarea><img src=x onerror=alert(1)>'>",
    "<details open ontoggle=alert(1)>a</details>",
    "<video src=x onerror=alert(1)><source onerror=alert(1)></video>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<?php <script>alert(1)</script> ?>",
    '<details markdown="1" onclick="alert(1)"><script>alert(1)</script></details>',
    '<div markdown="1"><a href="javascript:alert(1)">a</a></div>',
    "- [ ] <script>alert(1)</script>",
    '*[a]: "><script>alert(1)</script>\n\na',
    "a[^1]\n\n[^1]: <script>alert(1)</script>",
    'a[^"onclick="alert(1)]\n\n[^"onclick="alert(1)]: b',
    '<span data-task="x:done">a</span><div data-diagram="x:0">b</div><a data-wiki="x:y">c</a>',
    '!!! x" onclick="alert(1)\n    a',
)
TAGS = frozenset(
    "a abbr article aside audio b bdi bdo blockquote br caption cite code col colgroup data dd del details dfn div dl"
    " dt em figcaption figure footer h2 h3 h4 h5 h6 header hr i img input ins kbd label li mark ol p pre q s samp"
    " section small source span strong sub summary sup table tbody td tfoot th thead time tr track u ul var video"
    " wbr".split()
)
ATTRIBUTES = frozenset(
    "abbr alt checked class colspan controls datetime default dir disabled height href id kind label lang loop muted"
    " open poster preload rel reversed role rowspan scope span src srclang start title type value width".split()
)


@pytest.mark.parametrize("vector", VECTORS)
def test_nothing_dangerous_comes_out(vector: str) -> None:
    for body in (vector, f"a {vector} b", f"- {vector}", f"> {vector}", f"<div markdown='1'>\n\n{vector}\n\n</div>"):
        html = shown(body)
        root = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(f"<div>{html}</div>", "body")
        for element in root.iter():
            if element.tag == "DOCUMENT_FRAGMENT":
                continue
            assert element.tag in TAGS
            assert set(element.attrib) <= ATTRIBUTES
            for name in ("href", "src", "poster"):
                assert scheme(element.get(name, "")) in {"", "http", "https", "mailto", "tel"}


def test_only_our_own_marks_become_boxes_and_drawings() -> None:
    prose = read_prose('<span data-task="x:done">a</span>\n\n<div data-diagram="x:0">b</div>', "x.md")[0]
    assert html_of(prose) == "<p><span>a</span></p>\n<div>b</div>"
