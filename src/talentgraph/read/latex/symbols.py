"""What LaTeX's commands for letters, signs and blanks print."""

from __future__ import annotations

import unicodedata

# An accent and the mark that follows its letter in Unicode.
ACCENTS = {
    "\\'": "\u0301", "\\`": "\u0300", '\\"': "\u0308", "\\^": "\u0302", "\\~": "\u0303", "\\=": "\u0304",
    "\\.": "\u0307", "\\c": "\u0327", "\\v": "\u030c", "\\H": "\u030b", "\\k": "\u0328", "\\r": "\u030a",
    "\\u": "\u0306", "\\d": "\u0323", "\\b": "\u0331",
}  # fmt: skip

_LETTERS = (
    "ss:ß SS:ẞ ae:æ AE:Æ oe:œ OE:Œ o:ø O:Ø l:ł L:Ł aa:å AA:Å dh:ð DH:Ð th:þ TH:Þ dj:đ DJ:Đ ng:ŋ NG:Ŋ i:ı j:ȷ "
    "textregistered:® copyright:© textcopyright:© texttrademark:™ textdegree:° degree:° textordfeminine:ª "
    "textordmasculine:º S:§ P:¶ pounds:£ textsterling:£ euro:€ texteuro:€ EUR:€ textyen:¥ dag:† ddag:‡ textdagger:† "
    "textendash:– textemdash:— textquoteleft:‘ textquoteright:’ textquotedblleft:“ textquotedblright:” "
    "textquotesingle:' textquotedbl:\" guillemotleft:« guillemotright:» guillemetleft:« guillemetright:» og:« fg:» "
    "ldots:… dots:… textellipsis:… cdots:… textbullet:• bullet:• textperiodcentered:· cdot:· cdotp:· textbar:| mid:| "
    "vert:| lvert:| rvert:| textasciitilde:~ textasciicircum:^ textbackslash:\\ backslash:\\ textunderscore:_ "
    "textless:< textgreater:> lt:< gt:> times:× div:÷ pm:± sim:~ approx:≈ neq:≠ leq:≤ le:≤ geq:≥ ge:≥ ll:≪ gg:≫ to:→ "
    "rightarrow:→ Rightarrow:⇒ longrightarrow:→ leftarrow:← leftrightarrow:↔ infty:∞ star:★ ast:* "
    "textasteriskcentered:* checkmark:✓ circ:° diamond:◇ sqrt:√ sum:∑ int:∫ partial:∂ nabla:∇ in:∈ "
    "subset:⊂ cup:∪ cap:∩ forall:∀ exists:∃ "
    "alpha:α beta:β gamma:γ delta:δ epsilon:ε varepsilon:ε zeta:ζ eta:η theta:θ iota:ι kappa:κ lambda:λ mu:μ nu:ν xi:ξ "
    "pi:π rho:ρ sigma:σ tau:τ upsilon:υ phi:φ varphi:φ chi:χ psi:ψ omega:ω Gamma:Γ Delta:Δ Theta:Θ Lambda:Λ Xi:Ξ Pi:Π "
    "Sigma:Σ Upsilon:Υ Phi:Φ Psi:Ψ Omega:Ω TeX:TeX LaTeX:LaTeX LaTeXe:LaTeX2e XeTeX:XeTeX XeLaTeX:XeLaTeX "
    "LuaTeX:LuaTeX LuaLaTeX:LuaLaTeX BibTeX:BibTeX log:log exp:exp min:min max:max"
)

SYMBOLS = {
    **{"\\" + name: text for name, _, text in (pair.partition(":") for pair in _LETTERS.split())},
    **{"\\" + sign: sign for sign in "&%$#_{}"},
    **dict.fromkeys(("\\ ", "\\,", "\\;", "\\:", "\\>", "\\space", "\\enspace", "\\enskip", "\\quad", "\\qquad"), " "),
    **dict.fromkeys(("\\thinspace", "\\nobreakspace", "\\textvisiblespace", "\\xspace", "~", "\\hskip"), " "),
    **dict.fromkeys(("\\-", "\\/", "\\!", "\\@", "\\+", "\\|", "\\null", "\\relax"), ""),
}


def accented(letter: str, accent: str) -> str:
    r"""A letter with the accent that a command puts on it.

    >>> accented("e", "\\'"), accented("ı", '\\"'), accented("", "\\'")
    ('é', 'ï', '')
    """
    base = {"ı": "i", "ȷ": "j"}.get(letter[:1], letter[:1])
    if not base.isalpha():
        return letter
    return unicodedata.normalize("NFC", base + ACCENTS[accent]) + letter[1:]


def ligated(text: str) -> str:
    """Text with the dashes and quotes that LaTeX makes of ASCII.

    >>> ligated("2019--2020, ``Best Paper''")
    '2019–2020, “Best Paper”'
    """
    text = text.replace("---", "—").replace("--", "–")
    return text.replace("``", "“").replace("''", "”").replace(",,", "„") if "'" in text or "`" in text else text
