"""How the HTML report looks, on screen (light and dark) and on paper."""

_LIGHT = "--ground:#fff;--text:#1b2025;--muted:#4d565f;--line:#d3d8dd;--wave:#5f7385;--mark:none"
_DARK = "--ground:#14171b;--text:#e6e9ec;--muted:#a4abb2;--line:#2b3138;--wave:#a9bac9;--mark:brightness(1.5)"

STYLE = (
    f":root{{{_LIGHT}}}\n"
    f"@media screen and (prefers-color-scheme:dark){{:root{{{_DARK};color-scheme:dark}}}}"
    """
body{font:14px/1.45 Inter,"Segoe UI",system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;
color:var(--text);background:var(--ground)}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin:2.2rem 0 .2rem;overflow-wrap:anywhere}
.facts{color:var(--muted);margin:.2rem 0 .8rem;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem}
dt{color:var(--muted)}dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;margin:.8rem 0;font-variant-numeric:tabular-nums}
th{text-align:left;font-weight:600}td,th{padding:.2rem .7rem .2rem 0;vertical-align:middle;
border-bottom:1px solid var(--line)}
.rows{width:100%}.sum td{font-weight:600}td[class]{font-weight:600;filter:var(--mark)}
svg{display:block}svg.all{width:100%;height:110px}svg path{fill:var(--wave)}
svg rect{opacity:.45;filter:var(--mark)}summary{cursor:pointer}
@media print{body{max-width:none;margin:0}tr,svg{break-inside:avoid}thead{display:table-header-group}}
"""
)
