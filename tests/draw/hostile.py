"""Texts that try to be more than text: in HTML, addresses, SVG, templates, spreadsheets, terminals and Unicode."""

from __future__ import annotations

from draw.sample import rows

from talentgraph.model import Edge, Node

ADA = "person/ada-exämple"
HOSTILE = (
    "<script>window.ran=1</script>",
    "</script><script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1>",
    '"><svg onload=window.ran=1>',
    "javascript:window.ran=1",
    "{{script}}${window.ran=1}",
    "<!--<script>",
    "\u202eevil\u2066",
    "\u2028window.ran=1\u2029",
    "&lt;script&gt;",
    "'-window.ran=1-'",
    "<template><b>x</b></template>",
    "<a href=javascript:window.ran=1>x</a>",
    "=cmd|' /C calc'!A0",
    "\ud800",
    "__proto__",
    "<style>*{display:none}</style>",
    # script elements and what ends them
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "</ScRiPt ><script>window.ran=1//",
    "<script/xss>window.ran=1</script>",
    "]]><script>window.ran=1</script>",
    "--><script>window.ran=1</script>",
    "<![CDATA[<script>window.ran=1</script>]]>",
    "</title><script>window.ran=1</script>",
    "</style><script>window.ran=1</script>",
    "</textarea><script>window.ran=1",
    "</noscript><script>window.ran=1</script>",
    "<svg><script>window.ran=1</script></svg>",
    # attributes
    "' onmouseover='window.ran=1",
    '" autofocus onfocus="window.ran=1',
    "` onmouseover=`window.ran=1",
    'x" style="position:fixed',
    "<body onload=window.ran=1>",
    "<details open ontoggle=window.ran=1>",
    "<video><source onerror=window.ran=1>",
    "<input autofocus onfocus=window.ran=1>",
    "<marquee onstart=window.ran=1>",
    "<math><mtext></form><form>",
    # addresses
    "data:text/html,<script>window.ran=1</script>",
    "JaVaScRiPt:window.ran=1",
    "java\tscript:window.ran=1",
    "vbscript:x",
    "<iframe srcdoc='<script>parent.ran=1</script>'>",
    "<object data=javascript:window.ran=1>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "//evil.example/x",
    "../../../etc/passwd",
    "C:\\Windows\\x",
    "file:///etc/passwd",
    "person/%2e%2e/x",
    "#node=person/x&view=table",
    # drawings
    "<svg><animate onbegin=window.ran=1>",
    "<svg><use href=#x>",
    "<foreignObject><body onload=window.ran=1>",
    "url(#x)",
    # templates and prototypes
    "{{constructor.constructor('window.ran=1')()}}",
    "${alert`1`}",
    "<%= 7*7 %>",
    "constructor",
    "toString",
    "hasOwnProperty",
    # spreadsheets
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "%0A=1",
    '=HYPERLINK("http://evil.example","x")',
    "\uff1d1+1",
    # terminals and Unicode
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x00null",
    "a\u0300\u0301\u0302\u0303",
    "\ufeffbom",
    "\u200bzero",
    "\U000e0041tag",
    "\u2067rtl\u2069",
    "ＦＵＬＬ＜script＞",
    "🏴‍☠️" * 20,
    "\udc00\ud800",
    "x" * 3000,
)


def hostile_rows() -> tuple[list[Node], list[Edge]]:
    """The sample with a hostile text in every field that holds text."""
    nodes, edges = rows()
    count = len(HOSTILE)
    made = [
        Node(
            node.id,
            node.labels,
            {key: _spoil(value, HOSTILE[(i + j) % count]) for j, (key, value) in enumerate(node.properties.items())},
        )
        for i, node in enumerate(nodes)
    ]
    strange = [Node(text, ("Person", text), {"name": text, "aliases": [text], text: text}) for text in HOSTILE]
    more = [Edge(f"e{i}", "COAUTHORED_WITH", text, ADA, {text: text}) for i, text in enumerate(HOSTILE)]
    return made + strange, edges + more


def _spoil(value, text):
    if isinstance(value, str):
        return text
    return [text] if isinstance(value, list) and isinstance(value[0], str) else value
