"""Names, mail addresses, phone numbers and companies as people write them, brought to comparable forms."""

from __future__ import annotations

from salesdesk.domain.patterns import Pattern
from salesdesk.domain.text import digits, fold
from salesdesk.hints import Literal
from salesdesk.plain import Plain

NameOrder = Literal["given-first", "family-first"]


class Name(Plain):
    """A person's name in its parts; `title` is `Dr.` and the like."""

    given: str
    family: str = ""
    title: str = ""

    def full(self, order: NameOrder = "given-first") -> str:
        """The name in one line, without the title."""
        parts = (self.given, self.family) if order == "given-first" else (self.family, self.given)
        return " ".join(part for part in parts if part)


_TITLES_TEXT = """
    dr prof mr mrs ms miss mx sir ing dipl mag herr frau mme ifj id ozv phd bsc msc mba jr sr
"""
TITLES = frozenset(_TITLES_TEXT.split())
_PARTICLES_TEXT = """
    de da do dos das del della di du la le van von der den ten ter af av zu zur vom y e el al bin ibn
"""
PARTICLES = frozenset(_PARTICLES_TEXT.split())
# The given names most often met in Hungarian, where the family name comes first, and in neighbouring
# languages; they only settle which of two words is the given one.
_GIVEN_NAMES_TEXT = """
    adam adrienn agnes agota akos alexandra aliz almos amalia anett aniko anita anna annamaria antal aranka
    aron arpad attila balazs balint barbara barnabas beata bea bela bence bendeguz benedek benjamin bernadett
    bertalan bianka boglarka borbala botond brigitta csaba csilla csongor daniel david denes dezso diana
    dominik dora dorka dorottya dorina edina edit elek elemer emese emma emil endre eniko erik erika erno
    erzsebet eszter eva fanni ferenc flora franciska gabor gabriella gellert gergely gergo geza gizella
    gyongyi gyorgy gyula hajnalka hanna hedvig henrietta henrik hilda hunor ibolya ida ildiko ilona imre irma
    istvan ivan izabella janka janos jazmin jeno jolan jozsef judit julia julianna kalman karola karoly kata
    katalin kati kinga klara klaudia kornel kornelia kristof kriszta krisztian krisztina lajos lara laszlo
    laura lenke levente lidia lili liliana lilla lorant lorinc luca magdolna margit maria mariann marianna
    mark marta marton mate matyas melinda mihaly mikes miklos milan mirjam monika nandor nikolett nikoletta
    noel noemi nora norbert odon olga oliver olivia orsolya oszkar otto pal panna patricia patrik peter petra
    piroska rebeka regina reka renata rita robert roland roza rozalia rudolf sandor sara sarolta sebestyen
    sebastian simon szabolcs szilard szilveszter szilvia szofia tamara tamas tekla teodora terez terezia tibor
    timea tihamer tivadar tunde ulla vanda valeria vera veronika viktor viktoria vilmos viola virag vivien
    zalan zita zoe zoltan zsanett zsigmond zsofia zsolt zsombor zsuzsa zsuzsanna alice amy andrea andrew ann
    anne arthur ben bob brian carl carla carol charles chris christian claire daisy dan eleni elena ella emily
    eric ewa frank fred george grace hans harry helen henry hugo ian ivana jack jacob jakub jan jana jane jean
    jens jim joan joe john jonas joost jose joseph karl kate katherine kevin lena leo linda lisa louis lucas
    lukas lucy luis luke marc marco marie mario martin mary matt maya michael mike nadia nicole nina noah omar
    pablo paul pavel philip pierre priya rachel rafael richard rosa sam samuel sarah sofia sophie stefan steve
    susan thomas tim tom tomas victor vincent walter william yuki
"""
GIVEN_NAMES = frozenset(_GIVEN_NAMES_TEXT.split())
_LEGAL_FORMS_TEXT = """
    kft zrt nyrt rt bt kkt ev gmbh ag kg ohg ug mbh eg gbr se ltd limited plc llp llc lp inc incorporated corp
    corporation co company sa sas sasu sarl srl spa snc sro as sp zoo bv nv ab oy oyj asa aps ou uab sia doo
    dd lda ltda pty pte sl slu pvt sc
"""
LEGAL_FORMS = frozenset(_LEGAL_FORMS_TEXT.split())
# Written in any case these can only be a legal form; the others only in capitals (`Orange SA`, not `as`).
_SURE_FORMS_TEXT = """
    kft zrt nyrt gmbh ltd limited plc llp llc inc incorporated corp corporation srl sarl sasu sro doo bv oyj
    aps pvt
"""
_SURE_FORMS = frozenset(_SURE_FORMS_TEXT.split())
_FREE_MAIL_TEXT = """
    gmail.com googlemail.com yahoo.com hotmail.com outlook.com live.com msn.com icloud.com me.com aol.com
    gmx.net gmx.de gmx.at web.de t-online.de proton.me protonmail.com freemail.hu citromail.hu indamail.hu
    vipmail.hu t-online.hu mail.com mail.ru yandex.ru seznam.cz wp.pl o2.pl
"""
_FREE_MAIL = frozenset(_FREE_MAIL_TEXT.split())

_WORD = Pattern(r"[^\W_]+(?:['’][^\W_]+)*")
_MAIL = Pattern(r"[^\s@<>(),;:\"\[\]]+@[^\s@<>(),;:\"\[\]/]+\.[^\s@<>(),;:\"\[\]/.]{2,}")
_HOST = Pattern(r"[^\W_]([\w-]*)(\.[\w-]+)*\.[^\W\d_][\w-]+")
_INITIAL = Pattern(r"(?<=\b\w)[./](?=\s?\w\b)")
_BETWEEN = Pattern(r"[\W_]+")
_EXTENSION = Pattern(r"(?i:(?:\bext\.?|\bx|\bmellek\b|#|\bDW)\s*\d+\s*\Z)")
_PHONE_TAIL = 9


def is_title(word: str) -> bool:
    """Whether the word is a title such as `Dr.` or `ifj.`, not a part of the name."""
    return fold(word).strip(".,") in TITLES


def split_name(full: str, order: NameOrder | None = None) -> Name:
    """The parts of a name: `Kovács Anna` and `Anna Kovács` both give Anna Kovács.

    `order` settles it; else a comma (`Kovács, Anna`), one word in capitals (`KOVÁCS Anna`), then known given
    names; else the given name comes first. Particles belong to the family name (`Joost de Vries`).
    """
    before, comma, after = full.partition(",")
    comma = comma if after.strip() and not is_title(after.strip()) else ""
    words = full.replace(",", " ").split()
    title = " ".join(word for word in words if is_title(word))
    words = [word for word in words if not is_title(word)]
    if not words:
        return Name(full.strip())
    if comma and order is None:
        family = [word for word in before.split() if not is_title(word)]
        return Name(" ".join(words[len(family) :]), " ".join(family), title)
    if len(words) == 1:
        return Name(words[0], "", title)
    if (order or _guess_order(words)) == "family-first":
        cut = _hungarian_cut(words)
        return Name(" ".join(words[cut:]), " ".join(words[:cut]), title)
    cut = next((at for at, word in enumerate(words[1:-1], 1) if fold(word) in PARTICLES), len(words) - 1)
    return Name(" ".join(words[:cut]), " ".join(words[cut:]), title)


def is_given_name(word: str) -> bool:
    """Whether the word is among the given names we know (case, accents and hyphened halves aside)."""
    return fold(word).partition("-")[0] in GIVEN_NAMES


# What Hungarian puts behind the name of somebody called, written to, met or asked.
_ENDINGS = frozenset(["t", "ot", "at", "et", "nak", "nek", "tol", "hoz", "hez", "rol"])
_SHORT = str.maketrans("áéÁÉ", "aeAE")


def nominative(name: str) -> str:
    """A Hungarian name without the ending of its last word when a known given name is left: `Kovács Annát` and
    `Kovács Annával` give `Kovács Anna`; any other name as it is.
    """
    head, space, word = name.rpartition(" ")
    for cut in (1, 2, 3) if not is_given_name(word) else ():
        stem, ending = word[:-cut], fold(word[-cut:])
        # `Annával`, but `Péterrel`: the v becomes the letter before it.
        joined = ending[1:] in {"al", "el"} and ending[:1] in {"v", fold(stem[-1:])}
        if stem and (ending in _ENDINGS or joined) and is_given_name(stem):
            return f"{head}{space}{stem[:-1]}{stem[-1].translate(_SHORT)}"
    return name


def _guess_order(words: list[str]) -> NameOrder:
    loud = [len(word) > 1 and word.isupper() for word in words]
    if any(loud) and not all(loud):
        return "family-first" if loud[0] and not loud[-1] else "given-first"
    known_last, known_first = is_given_name(words[-1]), is_given_name(words[0])
    return "family-first" if known_last and not known_first else "given-first"


def _hungarian_cut(words: list[str]) -> int:
    """Where the given names at the end start: `Nagy Kovács Anna Mária` -> 2; at least one word stays on each
    side.
    """
    cut = len(words) - 1
    while cut > 1 and is_given_name(words[cut - 1]):
        cut -= 1
    return cut


def match_key(full: str) -> str:
    """What two writings of one name share: folded words, sorted, no titles. "Kovács Anna" = "Anna Kovács"."""
    words = [fold(word).replace("'", "").replace("’", "") for word in _WORD.compiled.findall(full)]
    kept = [word for word in words if word not in TITLES]
    return " ".join(sorted(kept or words))


def find_mail(text: str) -> str | None:
    """The first mail address in the text, as written."""
    found = _MAIL.search(text)
    return found[0].strip(".'") if found else None


def mail_key(text: str) -> str | None:
    """A mail address for comparing (lower case, no `mailto:` or angle brackets), or None when it is none."""
    found = find_mail(text.strip().removeprefix("mailto:"))
    return found.lower() if found else None


def domain_key(text: str) -> str | None:
    """The host of a web or mail address for comparing: `https://www.Acme.hu/en` -> `acme.hu`; None when it is
    none.
    """
    from urllib.parse import urlsplit

    plain = text.strip().lower()
    if "@" in plain and "/" not in plain:
        plain = plain.rpartition("@")[2]
    try:
        host = urlsplit(plain if "://" in plain else f"//{plain}").hostname or ""
    except ValueError:
        return None
    host = host.removeprefix("www.").strip(".")
    return host if _HOST.fullmatch(host) else None


def company_domain(text: str) -> str | None:
    """The domain of a mail or web address when it can belong to one company; None for gmail.com and its
    like.
    """
    domain = domain_key(text)
    return None if domain in _FREE_MAIL else domain


def phone_key(text: str) -> str | None:
    """A phone number for comparing: its last 9 digits, so that `06 30 123 4567`, `0036301234567` and
    `+36 (30) 123-4567` are equal. Shorter numbers count whole; fewer than 5 digits are no number.
    """
    plain = digits(_EXTENSION.sub("", text.replace("(0)", "")))
    return plain[-_PHONE_TAIL:] if len(plain) >= 5 else None


def is_legal_form(word: str) -> bool:
    """Whether a word in running text is a legal form: `Kft`, `GmbH`, `S.A.`, `AG`; not `as` or `co`."""
    bare = word.strip(",;()").replace(".", "").replace("/", "")
    folded = fold(bare)
    return folded in LEGAL_FORMS and (folded in _SURE_FORMS or (bare.isupper() and len(bare) > 1))


def company_key(name: str) -> str:
    """A company name for comparing: folded, `&` as and, without punctuation and legal forms.

    `ACME Nordic Kft.` and `Acme-Nordic` are equal; a name of legal forms alone is kept.
    """
    folded = _INITIAL.sub("", fold(name).replace("&", " and "))
    words = _BETWEEN.sub(" ", folded).split()
    kept = list(words)
    if len(kept) > 3 and kept[-3:] == ["sp", "z", "oo"]:
        kept = kept[:-3]
    while len(kept) > 1 and (kept[-1] in LEGAL_FORMS or (kept[-1] == "and" and len(kept) < len(words))):
        kept.pop()
    if len(kept) > 1 and kept[0] in _SURE_FORMS:
        kept.pop(0)
    return " ".join(kept)
