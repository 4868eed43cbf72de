"""Component ids, named once: one class for the shell and one for each page."""

from typing import Final


class Shell:
    """The frame around every page."""

    LOCATION: Final = "adress"
    PAGE: Final = "sida"
    MAIN: Final = "innehall"
    STATUS: Final = "meddelande"
    THEME: Final = "tema"
    ARRIVED: Final = "framme"


class Filter:
    """The filter bar."""

    BAR: Final = "urval"
    UNIT: Final = "urval-enhet"
    PROGRAMME: Final = "urval-program"
    DAY: Final = "urval-dag"
    COACH: Final = "urval-coach"
    OWNERSHIP: Final = "urval-agarform"
    SECTOR: Final = "urval-sektor"


class Writing:
    """Writing in place, on whatever page it is done."""

    ASKED: Final = "skriv-begaran"
    ANSWER: Final = "skriv-svar"
    TOLD: Final = "skriv-visat"
    SAVED: Final = "skriv-sparat"
    TOAST: Final = "skriv-rad"


class States:
    """The page that shows every component and state."""

    GRAPH: Final = "tillstand-graf"
    NETWORK: Final = "tillstand-nat"
    MAP: Final = "tillstand-karta"
    TABLE: Final = "tillstand-tabell"
    PICTURES: Final = "tillstand-bilder"


class Network:
    """The network page."""

    TILES: Final = "natverk-fragor"
    CARD: Final = "natverk-bild"
    TITLE: Final = "natverk-bild-title"
    FINDING: Final = "natverk-fynd"
    CHOICES: Final = "natverk-ritsatt"
    WHO: Final = "natverk-om"
    LEAVING: Final = "natverk-slutar"
    COMPARE: Final = "natverk-jamfor"
    CANVAS: Final = "natverk-duk"
    NODES: Final = "natverk-noder"
    MARKS: Final = "natverk-marken"
    DRAWN: Final = "natverk-ritat"
    STYLES: Final = "natverk-stilar"
    CAPTION: Final = "natverk-text"
    PANEL: Final = "natverk-panel"
    RESILIENCE: Final = "natverk-motstand"
    STAND: Final = "natverk-motstand-plats"
    HEALTH: Final = "natverk-halsa"
    WELL: Final = "natverk-halsa-plats"
    TIME: Final = "natverk-tid"
    FILM: Final = "natverk-film"
    HANDOVER: Final = "natverk-overlamning"
    HANDOVER_PLACE: Final = "natverk-overlamning-plats"
    HANDOVER_FILE: Final = "natverk-overlamning-fil"
    HANDOVER_XLSX: Final = "natverk-overlamning-xlsx"
    HANDOVER_CSV: Final = "natverk-overlamning-csv"
    LIST: Final = "natverk-lista"
    TABLE: Final = "natverk-tabell"
    SEARCH: Final = "natverk-sok"
    DOWNLOAD: Final = "natverk-fil"
    AS_XLSX: Final = "natverk-xlsx"
    AS_CSV: Final = "natverk-csv"


class Layers:
    """The networks behind the ties, on the network page."""

    CHOICE: Final = "lager-val"
    PLACE: Final = "lager-plats"
    CARD: Final = "lager-bild"
    HEAD: Final = "lager-rubrik"
    TITLE: Final = "lager-rubrik-text"
    CANVAS: Final = "lager-duk"
    PICTURE: Final = "lager-noder"
    STYLES: Final = "lager-stilar"
    CAPTION: Final = "lager-text"
    SIDE: Final = "lager-bredvid"
    GROUPS: Final = "lager-grupper"
    LIST: Final = "lager-lista"
    TABLE: Final = "lager-tabell"
    SEARCH: Final = "lager-sok"
    DOWNLOAD: Final = "lager-fil"
    AS_XLSX: Final = "lager-xlsx"
    AS_CSV: Final = "lager-csv"
    TICK: Final = "lager-takt"


class Employers:
    """The finder of employers: filters, list and map."""

    FILTER_COUNT: Final = "ag-antal-filter"
    TEXT: Final = "ag-text"
    SECTOR: Final = "ag-sektor"
    OWNERSHIP: Final = "ag-agarform"
    RUNG: Final = "ag-steg"
    WARMTH: Final = "ag-varme"
    MUNICIPALITY: Final = "ag-kommun"
    LOCALITY: Final = "ag-ort"
    COACH: Final = "ag-coach"
    FREE: Final = "ag-ledig"
    OCCUPATION: Final = "ag-yrke"
    NEAR: Final = "ag-nara"
    WITHIN: Final = "ag-km"
    ADJUSTMENTS: Final = "ag-anpassning"
    SUCCEEDED: Final = "ag-lyckat"
    SPARED: Final = "ag-utom"
    UNIT: Final = "ag-enhet"
    PROGRAMME: Final = "ag-program"
    DAY: Final = "ag-dag"
    SORT: Final = "ag-sort"
    HEAD: Final = "ag-rubrik"
    LIST: Final = "ag-lista"
    MAP: Final = "ag-karta"
    MAP_CARD: Final = "ag-kartkort"
    MAP_SIDE: Final = "ag-karttext"
    MAP_GROUND: Final = "ag-kartgrund"
    MAP_THEME: Final = "ag-karttema"


class Views:
    """Selections with a name; the last three are the kinds of controls that each of them has."""

    PLACE: Final = "vyer-plats"
    NAME: Final = "vyer-namn"
    SAVE: Final = "vyer-spara"
    NEW_NAME: Final = "vy-nytt-namn"
    RENAME: Final = "vy-byt-namn"
    REMOVE: Final = "vy-ta-bort"


class Board:
    """The report to the board."""

    HEADING: Final = "rapport-rubrik"
    INTRODUCTION: Final = "rapport-inledning"
    FIRST: Final = "rapport-fran"
    LAST: Final = "rapport-till"
    SPLIT: Final = "rapport-uppdelat"
    CHOICE: Final = "rapport-val"
    PAGES: Final = "rapport-sidor"


class Gaps:
    """The gaps in the network."""

    TILES: Final = "luckor-val"
    PLACE: Final = "luckor-plats"
    CARD: Final = "luckor-lucka"
    LIST: Final = "luckor-lista"
    TABLE: Final = "luckor-rader"
    SEARCH: Final = "luckor-sok"
    DOWNLOAD: Final = "luckor-fil"
    MAP: Final = "luckor-karta"
    MAP_PLACE: Final = "luckor-kartplats"
    MAP_TEXT: Final = "luckor-karttext"
    MAP_DRAWN: Final = "luckor-kartritad"
    MAP_THEME: Final = "luckor-karttema"
    AS_XLSX: Final = "luckor-xlsx"
    AS_CSV: Final = "luckor-csv"


class Today:
    """What needs somebody today."""

    LIST: Final = "idag-lista"
    ROWS: Final = "idag-rader"
    WEEK: Final = "idag-vecka"
    BESIDE: Final = "idag-bredvid"
    COACHES: Final = "idag-coacher"


class Outcomes:
    """The page of outcomes. A card's own id is PLACE with its key after it."""

    CONTROLS: Final = "utfall-val"
    FIRST: Final = "utfall-fran"
    LAST: Final = "utfall-till"
    SPLIT: Final = "utfall-uppdelat"
    PLACE: Final = "utfall-kort"


class Side:
    """The page "Side by side". A card's own id is PLACE with its key after it."""

    GROUPING: Final = "jamfor-grupper"
    FIRST: Final = "jamfor-fran"
    LAST: Final = "jamfor-till"
    PLACE: Final = "jamfor-kort"


class Method:
    """The method check and the targets."""

    FIRST: Final = "metod-fran"
    LAST: Final = "metod-till"
    CHECK: Final = "metod-kontroll"
    TARGETS: Final = "metod-mal"
    ANSWERS: Final = "metod-svar"
    ENDS: Final = "metod-andar"
    BENCHMARKS: Final = "metod-jamforelse"
    HAND: Final = "metod-hand"
    HAND_PLACE: Final = "metod-hand-plats"
    HAND_ITEM: Final = "metod-hand-punkt"
    HAND_SCORE: Final = "metod-hand-poang"
    HAND_DAY: Final = "metod-hand-dag"
    HAND_EVIDENCE: Final = "metod-hand-underlag"
    HAND_SAVE: Final = "metod-hand-spara"
    HAND_UNDO: Final = "metod-hand-angra"


class Costs:
    """Cost and benefit."""

    RESULTS: Final = "kostnad-resultat"
    ASSUMED: Final = "kostnad-antaganden"
    RESULT: Final = "kostnad-samhallet"
    ADDITIONALITY: Final = "kostnad-additionalitet"
    ACTORS: Final = "kostnad-aktorer"
    YEARS: Final = "kostnad-ar"
    TORNADO: Final = "kostnad-tornado"
    SCENARIOS: Final = "kostnad-scenarier"
    LIST: Final = "kostnad-lista"
    HISTORY: Final = "kostnad-historik"


class FollowUps:
    """The follow-ups: load, list, and what happens when somebody is away."""

    HEAT: Final = "uppf-belastning"
    HEAT_PLACE: Final = "uppf-belastning-plats"
    FORECAST: Final = "uppf-prognos"
    FORECAST_PLACE: Final = "uppf-prognos-plats"
    LIST: Final = "uppf-lista"
    TILES: Final = "uppf-lagen"
    TABLE: Final = "uppf-rader"
    PARTY: Final = "uppf-part"
    KIND: Final = "uppf-slag"
    SEARCH: Final = "uppf-sok"
    DOWNLOAD: Final = "uppf-fil"
    AS_XLSX: Final = "uppf-xlsx"
    AS_CSV: Final = "uppf-csv"
    UNSEEN: Final = "uppf-osedda"
    BOTH: Final = "uppf-bada"
    MEETINGS: Final = "uppf-trepart"
    BELOW: Final = "uppf-nedanfor"
    AWAY: Final = "uppf-borta"
    AWAY_PLACE: Final = "uppf-borta-plats"
    AWAY_WHO: Final = "uppf-borta-vem"
    AWAY_FROM: Final = "uppf-borta-fran"
    AWAY_WEEKS: Final = "uppf-borta-veckor"
    CALENDAR: Final = "uppf-kalender"
    CALENDAR_PLACE: Final = "uppf-kalender-plats"
    CALENDAR_MAKE: Final = "uppf-kalender-skapa"
    CALENDAR_REVOKE: Final = "uppf-kalender-dra-in"


class Definitions:
    """How every figure is counted."""

    PAGE: Final = "definitioner"


class Rows:
    """The rows behind a figure."""

    BODY: Final = "underlag-sida"
    CARD: Final = "underlag-kort"
    TABLE: Final = "underlag-rader"
    FILES: Final = "underlag-filer"
    DOWNLOAD: Final = "underlag-fil"
    AS_XLSX: Final = "underlag-xlsx"
    AS_CSV: Final = "underlag-csv"


class Employer:
    """One employer."""

    BODY: Final = "ag1-sida"
    SHOWN: Final = "ag1-visad"
    TIMELINE: Final = "ag1-handelser"
    MAP: Final = "ag1-karta"
    MAP_THEME: Final = "ag1-karttema"


class Clients:
    """The clients that a person may see."""

    HEAD: Final = "kunder-fynd"
    CARD: Final = "kunder-lista"
    TABLE: Final = "kunder-tabell"
    SEARCH: Final = "kunder-sok"
    COACH: Final = "kunder-coach"


class Client:
    """One client."""

    NEXT: Final = "kund-nasta"
    STEPS: Final = "kund-steg"
    TRIED: Final = "kund-placeringar"
    CHECKS: Final = "kund-uppfoljningar"
    ABOUT: Final = "kund-om"
    PARTIES: Final = "kund-samverkan"
    MATCH: Final = "kund-matchning"
    BODY: Final = "kund-sida"


class Match:
    """Employers ranked for a client."""

    BODY: Final = "match-lista"
    CARD: Final = "match-kort"
    OUT: Final = "match-bort"
    OCCUPATION: Final = "match-yrke"
    WITHIN: Final = "match-km"
    DOWNLOAD: Final = "match-fil"
    AS_XLSX: Final = "match-xlsx"
    AS_CSV: Final = "match-csv"


class Log:
    """Who opened which client's data."""

    CARD: Final = "logg-kort"
    TABLE: Final = "logg-tabell"
    PERSON: Final = "logg-person"
    CLIENT: Final = "logg-kund"
    DAY: Final = "logg-dag"
    DOWNLOAD: Final = "logg-fil"
    AS_XLSX: Final = "logg-xlsx"
    AS_CSV: Final = "logg-csv"


class UnitSettings:
    """What the unit decides for itself."""

    PLACE: Final = "installningar-plats"
    WORDS: Final = "installningar-ord"
    NAMES: Final = "installningar-namn"
    BENCHMARKS: Final = "installningar-jamforelser"
    HISTORY: Final = "installningar-historik"
    GROUP: Final = "installningar-"


class Data:
    """What goes in and out as files, and how good it is."""

    IMPORT: Final = "data-inlasning"
    IMPORT_CARD: Final = "data-inlasning-kort"
    TICK: Final = "data-takt"
    FILE: Final = "data-fil"
    FILE_HINT: Final = "data-fil-tips"
    SENT: Final = "data-skickat"
    PROGRESS: Final = "data-framsteg"
    FINDINGS: Final = "data-fynd"
    COUNTS: Final = "data-rader"
    EFFECT: Final = "data-verkan"
    HISTORY: Final = "data-historik"
    HISTORY_CARD: Final = "data-historik-kort"
    HISTORY_TABLE: Final = "data-historik-tabell"
    WRITTEN: Final = "data-skrivet"
    WRITTEN_CARD: Final = "data-skrivet-kort"
    WRITTEN_TABLE: Final = "data-skrivet-tabell"
    DUPLICATES: Final = "data-dubbletter"
    DUPLICATES_CARD: Final = "data-dubbletter-kort"
    TEMPLATE: Final = "data-mall"
    EXPORT: Final = "data-export"
    QUALITY: Final = "data-kvalitet"
    QUALITY_CARD: Final = "data-kvalitet-kort"


class Publish:
    """What is made public, and what has been."""

    DRAFT: Final = "publicera-forslag"
    DRAFT_CARD: Final = "publicera-forslag-kort"
    TICK: Final = "publicera-takt"
    PROGRESS: Final = "publicera-framsteg"
    PREVIEW: Final = "publicera-forhandsvisning"
    PREVIEW_CARD: Final = "publicera-forhandsvisning-kort"
    HISTORY: Final = "publicera-historik"
    HISTORY_CARD: Final = "publicera-historik-kort"
    HISTORY_TABLE: Final = "publicera-historik-tabell"
    REASON: Final = "publicera-skal"
    REASON_HINT: Final = "publicera-skal-tips"
