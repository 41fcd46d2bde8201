"""Header words to what they mean: `Abschlussdatum`, `close_date` and `Lezárás dátuma` are the same idea."""

import re
from collections.abc import Iterable
from functools import lru_cache

from salesdesk.domain.text import fold

# concept: its words, folded (no case, no accents), English first, then German and Hungarian.
_VOCABULARY = """
account: account accounts company companies organization organisation org firm ceg cegek cege vallalat
  vallalkozas szervezet partner firma firmen unternehmen unternehmens betrieb gesellschaft empresa societe
customer: customer customers client clients buyer kunde kunden ugyfel ugyfelek vevo vasarlo megrendelo
contact: contact contacts kontakt kontaktperson ansprechpartner kapcsolattarto kapcsolat
person: person persons people szemely who
lead: lead leads prospect prospects interessent interessenten erdeklodo erdeklodok potencialis
deal: deal deals opportunity opportunities opp opps uzlet uzletek ugylet verkaufschance chance geschaft
product: product products item sku article termek termekek aru cikk produkt produkte artikel
member: member members employee employees staff mitarbeiter munkatars dolgozo alkalmazott
user: user users benutzer felhasznalo
login: login username
owner: owner assignee assigned responsible agent agents rep reps representative salesperson salesman seller
  salesrep ae sdr bdr felelos ertekesito uzletkoto tulajdonos verkaufer vertreter betreuer zustandig
  zustandiger besitzer verantwortlich verantwortlicher handler sachbearbeiter
manager: manager supervisor boss vezeto fonok vorgesetzter vorgesetzte leiter reportsto reports
team: team teams group squad csapat mannschaft
office: office branch iroda buro niederlassung
activity: activity activities task tasks event events engagement interaction touch touchpoint aktivitat
  tevekenyseg feladat aufgabe esemeny
call: call calls hivas hivasok anruf anrufe
meeting: meeting meetings appointment talalkozo besprechung termin
subscription: subscription subscriptions contract contracts abo abonnement elofizetes szerzodes vertrag
plan: plan tier package edition csomag paket tarif
cost: cost costs expense expenses spend spending spent koltseg koltsegek kiadas kosten ausgaben
  ausgabe aufwand
order: order orders invoice invoices bill rendeles rendelesek szamla bestellung rechnung auftrag rechnungs
goal: goal goals quota quotas target targets kvota celszam cel ziel ziele
id: id ids identifier uuid guid key azonosito kennung nummer number no nr num szam szama sorszam ref
  reference referenz hivatkozas
code: code kod codes
name: name names nev neve named megnevezes bezeichnung elnevezes nombre nom
given: given first forename vorname keresztnev utonev vornamen
family: family last surname lastname nachname csaladnev vezeteknev familienname zuname
full: full complete teljes voll
title: title titel titulus
job: jobtitle position role job beosztas munkakor pozicio funktion stelle rang occupation profession
email: email emails mail mails e-mail emailcim mailcim drotposta
phone: phone phones telephone tel telefon telefonszam fon rufnummer telefonnummer festnetz vezetekes landline
mobile: mobile mobil cell cellphone cellular handy mobiltelefon handynummer
fax: fax telefax pager telex
website: website web webpage homepage url site weboldal honlap internetseite webseite internet
domain: domain domains
street: street address addr adresse anschrift cim cime utca strasse hausnummer addressline
city: city cities town locality ort stadt varos telepules helyseg wohnort
region: region regional regions state province county counties territory area district megye regio
  tartomany bundesland gebiet
postal: postal postcode zip plz postleitzahl irsz iranyitoszam postalcode zipcode
country: country countries nation land orszag staat
location: location place headquarters hq standort telephely szekhely hely
source: source origin channel forras quelle herkunft eredet csatorna kanal referral utm medium
campaign: campaign kampany kampagne
status: status statusz allapot zustand
stage: stage stages phase step fazis szakasz stufe lepcso
pipeline: pipeline funnel folyamat trichter
score: score rating points pontszam pont punkte bewertung
tag: tag tags label labels cimke cimkek etikett schlagworter
category: category categories kategorien kategoria kategorie type kind tipus typ art fajta jelleg
note: note notes comment comments remark remarks description desc memo megjegyzes jegyzet leiras bemerkung
  bemerkungen notiz notizen beschreibung kommentar anmerkung content body text details
create: create created creation added entered registered signup arrived received inserted
  letrehozas letrehozva
  rogzites rogzitve felvetel erkezes erkezett erstellt erstellung angelegt anlage erfasst eingang
open: open opened engage engaged start started begin begins began beginning from kezdet kezdete kezdes nyitas
  nyitva beginn anfang eroffnung eroffnet
close: close closed closing end ended ends until finish zaras lezaras lezarva zarva vege abschluss geschlossen
  schluss ende completion
expect: expect expected est estimated forecast forecasted planned target varhato tervezett becsult erwartet
  erwarteter erwartetes geplant geplantes voraussichtlich
won: won win nyert megnyert gewonnen
lost: lost loss elveszett elvesztett elvesztes vesztett verloren
reason: reason oka ok indok grund why
date: date day dated datum datuma datumok kelte kelt nap napja time datetime timestamp ido idopont idopontja
  zeit zeitpunkt at on
month: month honap monat period
quarter: quarter quarters qtr negyedev quartal
year: year ev eve jahr
value: value worth ertek erteke wert
amount: amount sum total osszeg osszege betrag summe osszesen gesamt gesamtbetrag volume price_total
price: price ar ara preis listprice unitprice
revenue: revenue turnover sales_revenue arbevetel umsatz forgalom bevetel jahresumsatz
currency: currency penznem deviza valuta wahrung
probability: probability likelihood chance_pct valoszinuseg wahrscheinlichkeit esely
quantity: quantity qty zahl units mennyiseg menge anzahl stuck darab db count pieces
unit: unit uom egyseg einheit mertekegyseg
series: series line range collection productline sorozat serie reihe
industry: industry sector vertical branche iparag szektor agazat wirtschaftszweig sektor
size: size headcount fte letszam grosse
parent: parent subsidiary holding mother anyavallalat anyaceg muttergesellschaft mutter konzern
founded: founded established incorporated foundation alapitas alapitva alapitasi gegrundet grundung
next: next upcoming followup kovetkezo nachste nachster nachstes
step: action lepes schritt teendo todo
due: due deadline hatarido fallig falligkeit esedekes esedekesseg frist
done: done completed held elvegezve erledigt kesz megtortent
outcome: outcome result disposition eredmeny ergebnis kimenetel
direction: direction inbound outbound irany richtung
duration: duration length idotartam hossz dauer
subject: subject topic summary targy betreff thema
seats: seats seat licenses licences license users_count felhasznaloszam lizenzen platze
mrr: mrr
arr: arr
monthly: monthly havi monatlich recurring
annual: annual yearly eves jahrlich jahres
active: active enabled aktiv
consent: optout optedout unsubscribed unsubscribe dnc donotcall donotcontact
optout: opted out contact_ban leiratkozott abgemeldet
not: not nem nicht
is: is has flag
last: latest recent modified updated changed edited viewed synced modositas modositva utolso geandert letzte
  letzter aktualisiert sync system modstamp
assistant: assistant asst secretary asszisztens titkar assistent assistentin
associated: associated related linked
spouse: spouse partner_name husband wife hazastars ehepartner children birthday birthdate anniversary born
by: by
referred: referred ajanlotta
alternative: secondary other second alternate alternative masodlagos egyeb zweite sonstige weitere
home: home private otthoni privat maganos
work: work primary main direct preferred official munkahelyi hivatalos fo geschaftlich haupt dienstlich
billing: billing invoiceaddress szamlazasi
shipping: shipping delivery szallitasi lieferung
mailing: mailing levelezesi
weighted: weighted sulyozott gewichtet
sales: sales sale ertekesitesi vertrieb vertriebs
field: field column variable attribute oszlop mezo feld spalte
table: table dataset tabla tabelle
definition: definition meaning explanation
example: example datatype
customer_id: kundennr
per: per percent pct percentage
owner_manager: accountmanager
yomi: yomi phonetic middle prefix suffix salutation nickname initials maiden anrede megszolitas
"""


def word_set(text: str) -> frozenset[str]:
    """The words of a text as a set: how the tables of this package are written."""
    return frozenset(text.split())


_STOP = word_set(
    "of the a an and for in der die das des den dem von fur und zu im am az es egy de la le du s x crm "
    "record my current to fivetran"
)
# What may stand beside `first` and `last` when they are the parts of a person's name.
_NAMED_BY_PARTS = frozenset({"name", "contact", "person", "lead", "customer", "owner", "member", "work", "user"})
_SPLIT = re.compile(r"[^0-9a-z]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_LONGEST = 60  # letters of a compound, so that a value taken for a header costs nothing
_LINKS = ("", "s", "n", "en", "es", "er", "e")


def _load() -> dict[str, str]:
    words: dict[str, str] = {}
    concept = ""
    for line in _VOCABULARY.strip().splitlines():
        head, colon, tail = line.partition(":")
        if colon:
            concept, line = head.strip(), tail
        for word in line.split():
            words.setdefault(word, concept)
    return words


_WORDS = _load()


@lru_cache(maxsize=8192)
def words(header: str) -> tuple[str, ...]:
    """The words of a header, folded: `CloseDate*` and `close_date` give `("close", "date")`."""
    text = header.replace("E-mail", "email").replace("e-mail", "email").replace("E-Mail", "email")
    if not text.isupper():
        text = _CAMEL.sub(" ", text)
    return tuple(word for word in _SPLIT.split(fold(text)) if word)


@lru_cache(maxsize=8192)
def concepts(header: str) -> frozenset[str]:
    """What a header speaks of: concepts of the vocabulary, and `?word` for each word it does not know."""
    parts = [w for w in words(header) if w not in _STOP] or list(words(header))
    found: set[str] = set()
    for word in parts:
        found.update(_word(word))
    return frozenset(_settled(parts, found))


def _settled(parts: list[str], found: set[str]) -> set[str]:
    """Words that mean something else in company: `last activity`, `phone number`, `do not call`."""
    if "not" in found or "optout" in found or "consent" in found:
        return {"consent"}
    others = found - {"given", "family"} - _NAMED_BY_PARTS
    if others and "last" in parts:
        found = (found - {"family"}) | {"last"}
    if others and "first" in parts:
        found = (found - {"given"}) | {"?first"}
    if {"sales", "person"} <= found:
        found = (found - {"sales", "person"}) | {"owner"}
    if found == {"contact", "id"} and {"number", "numbers", "no"} & set(parts):
        found = {"contact", "phone"}
    if found & {"phone", "mobile", "fax", "postal"}:
        found -= {"id", "code"}
    if "employees" in parts and not found & {"name", "email"} and "id" in found:
        found = (found - {"id", "member"}) | {"size"}  # number of employees
    if "employees" in parts and "quantity" in found:
        found = (found - {"quantity", "member"}) | {"size"}
    return found


@lru_cache(maxsize=8192)
def _word(word: str) -> tuple[str, ...]:
    if word in _WORDS:
        return (_WORDS[word],)
    if word.isdigit():
        return ()
    pieces = _segment(word) if len(word) <= _LONGEST else ()
    return pieces or ("?" + word,)


def _segment(word: str) -> tuple[str, ...]:
    """A compound in known words: `closedate`, `firmenname`, `kundennummer`; () when it is none."""
    best: dict[int, tuple[str, ...]] = {0: ()}
    for start in range(len(word)):
        if start not in best:
            continue
        for end in range(start + 2, len(word) + 1):
            piece = word[start:end]
            if piece in _WORDS and (len(piece) > 2 or piece == "id"):
                for link in _LINKS:
                    stop = end + len(link)
                    if word.startswith(link, end) and (stop not in best or len(best[stop]) > len(best[start]) + 1):
                        best[stop] = (*best[start], _WORDS[piece])
    return best.get(len(word), ())


def known_share(names: Iterable[str]) -> float:
    """How much of a row of names is made of words that columns are named with: 0 to 1."""
    seen = [all(not c.startswith("?") for c in concepts(name)) and bool(concepts(name)) for name in names]
    return sum(seen) / len(seen) if seen else 0.0
