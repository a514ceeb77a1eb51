"""How the HTML report looks, on screen (light and dark) and on paper."""

STYLE = """
:root{color-scheme:light dark}
body{font:14px/1.45 Inter,"Segoe UI",system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;
color:light-dark(#1b2025,#e6e9ec);background:light-dark(#fff,#14171b)}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin:2.2rem 0 .2rem;overflow-wrap:anywhere}
.facts{color:light-dark(#4d565f,#a4abb2);margin:.2rem 0 .8rem;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem}
dt{color:light-dark(#4d565f,#a4abb2)}dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;margin:.8rem 0;font-variant-numeric:tabular-nums}
th{text-align:left;font-weight:600}td,th{padding:.2rem .7rem .2rem 0;vertical-align:middle;
border-bottom:1px solid light-dark(#d3d8dd,#2b3138)}
.rows{width:100%}.sum td{font-weight:600}td[class]{font-weight:600}
svg{display:block}svg.all{width:100%;height:110px}svg path{fill:light-dark(#5f7385,#a9bac9)}
svg rect{opacity:.45}summary{cursor:pointer}
@media (prefers-color-scheme:dark){td[class],svg rect{filter:brightness(1.5)}}
@media print{body{max-width:none;margin:0}tr,svg{break-inside:avoid}thead{display:table-header-group}}
"""
