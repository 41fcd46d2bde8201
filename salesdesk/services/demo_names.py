"""Invented people and companies of many European countries, on domains and numbers that reach nobody.

Domains are under `.example` (RFC 2606). Numbers are of the ranges that Ofcom, Bundesnetzagentur, PTS and Arcep
keep for fiction; elsewhere the subscriber number starts with zeros, which no exchange connects.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

from salesdesk.domain.people import LEGAL_FORMS
from salesdesk.domain.text import fold

T = TypeVar("T")

TITLES = (
    "Managing Director", "CFO", "Head of Operations", "Sales Director", "Head of Logistics", "Procurement Lead",
    "IT Manager", "Plant Manager", "Customer Success Lead", "Office Manager", "Head of Finance", "Warehouse Manager",
)  # fmt: skip
# What the words of a company's name mean as a sector.
_SECTORS = (
    "Logistics", "Food", "Furniture", "Machinery", "Ceramics", "Print", "Textiles", "Tools",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Country:
    """What names of a country are made of; `trades` follow the order of the sectors."""

    name: str
    region: str
    cities: str
    phones: tuple[str, ...]
    given: str
    family: str
    stems: str
    trades: str
    forms: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented."""

    given: str
    family: str
    title: str
    email: str
    phone: str

    @property
    def name(self) -> str:
        """Given name first."""
        return f"{self.given} {self.family}"


@dataclass(frozen=True, slots=True)
class Company:
    """A company invented."""

    name: str
    domain: str
    sector: str
    country: str
    region: str
    city: str
    employees: int
    founded: int
    code: str


COUNTRIES: dict[str, Country] = {
    "HU": Country(
        "Hungary", "Central", "Budapest Győr Szeged Debrecen Pécs Miskolc Székesfehérvár", ("+36 1 000 ####",),
        "Eszter Gergő Réka Bence Zsófia Levente Dorottya Ákos Boglárka Máté Orsolya Tamás Kata Csongor",
        "Kertész Bodnár Vadász Lukács Csordás Somogyi Takács Barta Szűcs Hegedűs Gulyás Pásztor Kelemen Veres",
        "Tiszaparti Napraforgó Borostyán Kőszirt Szélkerék Aranykalász Vadgesztenye Fűzliget Sólyomkő Zöldág"
        " Harangláb Rozmaring Gyöngyvirág Csillagfürt",
        "Logisztika Élelmiszer Bútor Gépgyár Kerámia Nyomda Textil Szerszám", "Kft. Zrt.",
    ),
    "DE": Country(
        "Germany", "Central", "Hamburg Köln Leipzig Bremen Stuttgart Nürnberg Kassel", ("+49 30 23125 ###",),
        "Jonas Friederike Matthias Svenja Torben Annika Rüdiger Katharina Malte Henrike Steffen Birgit",
        "Brandt Hollerbach Lindemann Kessens Wiegand Dornbusch Rademacher Achterberg Sievers Ohlsen Kaltwasser Uhlig",
        "Nordlicht Falkenhof Moosbach Silberwald Kranichsee Heidekorn Lindenquell Steinadler Morgentau Eichbach"
        " Windmühl Holunder",
        "Logistik Lebensmittel Möbel Maschinenbau Keramik Druck Textil Werkzeug", "GmbH AG",
    ),
    "AT": Country(
        "Austria", "Central", "Wien Graz Linz Salzburg Innsbruck", ("+43 1 000 ####",),
        "Valentin Magdalena Florian Theresa Lorenz Stefanie Benedikt Johanna Clemens Viktoria",
        "Hinterleitner Moosbrugger Aigner Pichlmair Steinwender Kogler Rainberger Thalhammer Zirbs Gstrein",
        "Almrausch Gamsstein Zirbenhof Sonnwend Bergkristall Enzian Murquell Steinbock Latschen Talblick",
        "Spedition Feinkost Holzmöbel Anlagenbau Porzellan Druckhaus Loden Eisenwaren", "GmbH",
    ),
    "CZ": Country(
        "Czechia", "Central", "Praha Brno Ostrava Plzeň Olomouc", ("+420 000 000 ###",),
        "Petra Vojtěch Markéta Ondřej Lenka Radek Zuzana Štěpán Alžběta Tomáš",
        "Havránek Dvorská Kolářová Šimek Procházka Vondra Krejčí Mašek Bartošová Zelenka",
        "Moravan Jantar Skřivan Doubrava Lipka Krokus Orlice Pramen Kamenec Jeřabina",
        "Doprava Potraviny Nábytek Strojírny Keramika Tiskárna Textil Nástroje", "s.r.o. a.s.",
    ),
    "PL": Country(
        "Poland", "Central", "Warszawa Kraków Gdańsk Poznań Wrocław Łódź", ("+48 22 000 ## ##",),
        "Agnieszka Bartosz Magda Krzysztof Joanna Tomasz Małgorzata Jakub Weronika Paweł",
        "Wilczek Zielińska Borkowski Malinowska Jaworski Sikora Głowacka Domański Rybicka Czarnecki",
        "Żubrówno Bałtykus Jarzębina Wiślanka Sokolec Brzozowo Chabrowe Dębina Kalinowo Mazurek",
        "Transport Spożywcze Meble Maszyny Ceramika Drukarnia Tekstylia Narzędzia", "S.A. Sp.k.",
    ),
    "RO": Country(
        "Romania", "Central", "Cluj-Napoca Timișoara București Brașov Iași", ("+40 21 000 ####",),
        "Ioana Radu Mirela Bogdan Anca Vlad Simona Cătălin Raluca Horia",
        "Dumbravă Munteanu Lupescu Codreanu Bârsan Olaru Stănescu Moldovan Petrache Vasilescu",
        "Carpatin Ghiocel Izvorul Stejarul Cerbul Zimbrul Cireșul Mureșan Luceafăr Salcia",
        "Transport Alimente Mobila Utilaje Ceramica Tipografia Textile Scule", "S.R.L.",
    ),
    "GB": Country(
        "United Kingdom", "North", "London Leeds Bristol Glasgow Sheffield Norwich", ("+44 20 7946 07##", "+44 20 7946 08##", "+44 20 7946 05##"),
        "Harriet Callum Imogen Duncan Philippa Rory Bethan Alistair Nerys Gareth Tabitha Ewan",
        "Ashworth Pemberley Thackray Inglewood Marchbank Holloway Penhallow Ravensdale Strathmore Wetherby"
        " Kirkbride Aldous",
        "Larkfield Thornbury Foxglove Heatherly Millrace Otterburn Saltmarsh Hollin Ravenglass Copperbeech"
        " Windhover Brackenhill",
        "Haulage Foods Furniture Engineering Pottery Press Mills Toolworks", "Ltd plc",
    ),
    "IE": Country(
        "Ireland", "North", "Dublin Cork Galway Limerick", ("+353 20 910 0###",),
        "Aoife Cormac Niamh Eoin Sinéad Fergal Gráinne Declan Orla Tadhg",
        "Gallivan Mulrooney Devane Costigan Hanratty Lonergan Tierney Scannell Feeney Keohane",
        "Dunmoyle Ballyfern Glenrush Clonard Kilbracken Rathmoy Inverlee Carrowkeel Tullyglen Slievemoy",
        "Freight Dairy Joinery Fabrication Ceramics Print Weavers Tools", "Ltd",
    ),
    "SE": Country(
        "Sweden", "North", "Stockholm Göteborg Malmö Uppsala Luleå",
        ("+46 8 465 004 ##", "+46 31 390 06 ##", "+46 40 628 04 ##"),
        "Elsa Anton Linnea Viktor Signe Emil Astrid Gustav Maja Albin",
        "Lindwall Hedlund Sjögren Åkerman Nyberg Bergqvist Ekdahl Norling Ströman Wikander",
        "Norrsken Björkdal Älvkvarn Tallmo Ljungby Havsörn Stenhamra Lingon Vintergata Sjöbod",
        "Frakt Livs Möbler Maskin Keramik Tryckeri Väveri Verktyg", "AB",
    ),
    "NO": Country(
        "Norway", "North", "Oslo Bergen Trondheim Stavanger", ("+47 00 00 ## ##",),
        "Sigrid Håkon Ragnhild Eirik Solveig Torstein Marit Sindre Live Jostein",
        "Fjellheim Nordvik Haugland Strand Myklebust Sandvær Løvås Ødegård Brekke Kvamme",
        "Polarlys Fjordglimt Bjerkely Isbre Storskog Havsula Granli Nordfoss Steinrøys Multebær",
        "Frakt Mat Møbler Maskin Keramikk Trykk Tekstil Verktøy", "AS",
    ),
    "DK": Country(
        "Denmark", "North", "København Aarhus Odense Aalborg", ("+45 00 00 ## ##",),
        "Freja Rasmus Mathilde Søren Karoline Anders Signe Kasper Birgitte Emil",
        "Damgaard Kjærulff Overby Stenbæk Toft Vestergaard Lundholm Høgsberg Krogh Elkjær",
        "Klitrose Lyngbakke Vesterhav Bøgelund Havblik Stormsvale Ravsten Mosebæk Hyldegård Søbred",
        "Fragt Fødevarer Møbler Maskiner Keramik Tryk Tekstil Værktøj", "ApS A/S",
    ),
    "FI": Country(
        "Finland", "North", "Helsinki Tampere Turku Oulu", ("+358 9 000 ####",),
        "Aino Mikko Kaisa Eetu Päivi Juhani Outi Antti Helmi Lauri",
        "Koskela Rautio Vainio Salmela Harju Lehtola Niittymaa Kallio Peura Saarela",
        "Revontuli Järvikoivu Kuusikko Karhunpesä Lumikko Saaristo Hilla Kivikoski Metsätähti Joutsen",
        "Kuljetus Elintarvike Kaluste Konepaja Keramiikka Paino Tekstiili Työkalu", "Oy",
    ),
    "NL": Country(
        "Netherlands", "West", "Rotterdam Utrecht Eindhoven Groningen Zwolle", ("+31 20 000 ####",),
        "Femke Sander Marijke Thijs Roos Wouter Anouk Bas Lotte Gijs",
        "Hoekstra Brouwer Terpstra Zonneveld Kuiper Dijkgraaf Molenaar Veldhuis Schipper Wagenaar",
        "Waterlelie Duinroos Molenwiek Zeearend Rietkraag Polderwind Grutto Hoogveld Lisdodde Veenbes",
        "Vervoer Voeding Meubel Machines Keramiek Drukwerk Textiel Gereedschap", "BV",
    ),
    "ES": Country(
        "Spain", "West", "Valencia Madrid Bilbao Zaragoza Sevilla", ("+34 000 00 ## ##",),
        "Lucía Álvaro Carmen Hugo Inés Rodrigo Marina Gonzalo Elena Martín",
        "Herranz Ibarrola Quintana Salvatierra Montalbán Arteaga Robledo Cifuentes Olmedo Pastrana",
        "Almendral Tramontana Azahar Encinar Romeral Gaviota Serranía Olivares Cumbrealta Malvarrosa",
        "Transportes Alimentos Muebles Maquinaria Cerámica Imprenta Textil Herramientas", "S.L. S.A.",
    ),
    "PT": Country(
        "Portugal", "West", "Porto Lisboa Braga Aveiro", ("+351 000 00 ## ##",),
        "Beatriz Tiago Leonor Duarte Madalena Gonçalo Rita Vasco Filipa Nuno",
        "Carvalhal Fontoura Meireles Sequeira Valadares Quintela Barroso Tavares Noronha Pinheiro",
        "Andorinha Alecrim Maresia Sobreiral Ribeirinha Farol Azinheira Girassol Cortiçal Pinhal",
        "Transportes Alimentar Mobiliário Máquinas Cerâmica Gráfica Têxtil Ferramentas", "Lda.",
    ),
    "IT": Country(
        "Italy", "West", "Milano Torino Bologna Verona Padova", ("+39 02 000 ####",),
        "Chiara Matteo Ginevra Lorenzo Alessia Davide Serena Tommaso Elisa Pietro",
        "Bellandi Castagnoli Ferraris Monticelli Ravelli Salviati Tedeschini Vallauri Zorzetto Guidotti",
        "Ginestra Falconara Corbezzolo Rondine Acquachiara Melograno Stellamare Cipressi Brughiera Lucciola",
        "Trasporti Alimentari Arredi Meccanica Ceramiche Stampa Tessuti Utensili", "S.r.l. S.p.A.",
    ),
    "FR": Country(
        "France", "West", "Lyon Nantes Lille Toulouse Rennes", ("+33 1 99 00 ## ##",),
        "Manon Théo Clémence Bastien Océane Julien Margaux Antoine Élodie Quentin",
        "Chauvelin Delorme Fontanel Garrigues Lacombe Marchetti Peyrolle Roussillon Tavernier Vasseur",
        "Hirondelle Genévrier Bruyère Galet Mistralou Tilleul Coquelicot Chênaie Rivesaltine Pervenche",
        "Transports Saveurs Mobilier Mécanique Céramique Imprimerie Tissages Outillage", "SAS SARL",
    ),
}  # fmt: skip


def short_name(company: str) -> str:
    """A company's name without its legal form."""
    words = company.split()
    is_form = slug(words[-1]) in LEGAL_FORMS
    return " ".join(words[:-1]) if is_form and len(words) > 1 else company


def slug(text: str) -> str:
    """A name as it stands in a domain or mail address."""
    return "".join(c for c in fold(text) if c.isascii() and c.isalnum())


@dataclass(slots=True)
class Directory:
    """Deals out people, companies and numbers, none of them twice."""

    rng: Random
    _people: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    _companies: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    _numbers: dict[str, Iterator[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for code, country in COUNTRIES.items():
            self._people[code] = _shuffled(self.rng, country.given.split(), country.family.split())
            self._companies[code] = _shuffled(self.rng, country.stems.split(), range(len(_SECTORS)))
            self._numbers[code] = _numbers(country.phones)

    def company(self) -> Company:
        """A company of a country that has names left."""
        codes = list(COUNTRIES)
        code = self.rng.choices(codes, [len(self._companies[c]) for c in codes])[0]
        stem, trade = self._companies[code].pop()
        country = COUNTRIES[code]
        form = self.rng.choice(country.forms.split())
        name = f"{stem} {country.trades.split()[trade]} {form}"
        return self.named_company(name, code, _SECTORS[trade])

    def named_company(self, name: str, code: str, sector: str, domain: str = "", city: str = "") -> Company:
        """A company of that name."""
        country = COUNTRIES[code]
        if not domain:
            domain = "-".join(slug(word) for word in short_name(name).split() if slug(word))
        return Company(
            name,
            f"{domain}.example",
            sector,
            country.name,
            country.region,
            city or self.rng.choice(country.cities.split()),
            int(self.rng.lognormvariate(4.4, 0.9)) + 8,
            self.rng.randint(1951, 2019),
            code,
        )

    def person(self, company: Company) -> Person:
        """Somebody who works at that company."""
        code = company.code
        if not self._people[code]:
            # Names of that country are used up: somebody who moved there.
            code = max(COUNTRIES, key=lambda c: len(self._people[c]))
        given, family = self._people[code].pop()
        return self.named_person(given, family, company)

    def named_person(self, given: str, family: str, company: Company, title: str = "", phone: str = "") -> Person:
        """Somebody of that name who works at that company."""
        forms = (f"{slug(given)}.{slug(family)}", slug(given), f"{slug(given)[:1]}{slug(family)}")
        local = self.rng.choices(forms, (6, 3, 2))[0]
        chosen = title or self.rng.choice(TITLES)
        return Person(given, family, chosen, f"{local}@{company.domain}", phone or next(self._numbers[company.code]))


def _shuffled(rng: Random, firsts: Sequence[str], seconds: Sequence[T]) -> list[tuple[str, T]]:
    pairs = [(first, second) for first in firsts for second in seconds]
    rng.shuffle(pairs)
    return pairs


def _numbers(patterns: tuple[str, ...]) -> Iterator[str]:
    """Numbers that fit the patterns, scattered over each and never one twice."""
    while True:
        for pattern in patterns:
            width = pattern.count("#")
            size = 10**width
            for turn in range(size):
                digits = iter(f"{(217 + turn * 37) % size:0{width}d}")
                yield "".join(next(digits) if c == "#" else c for c in pattern)
