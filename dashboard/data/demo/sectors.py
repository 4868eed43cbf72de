"""The kinds of workplace that the demo is made of: industry, owners, jobs, and what they can adapt to.

SNI 2007 and SSYK 2012 are the real classifications; a sector offers jobs that are done in its industry.
"""

from dataclasses import dataclass

PRIVATE = (("private", 1),)
PUBLIC = (("municipal", 1),)
CARE = (("municipal", 6), ("private", 4))
SCHOOL = (("municipal", 6), ("private", 2), ("association", 2))
CLUB = (("municipal", 2), ("association", 5))
SOCIAL = (("private", 7), ("social_enterprise", 3))
SECOND_HAND = (("association", 6), ("social_enterprise", 4))
REGION = (("regional", 1),)
STATE = (("state", 1),)


@dataclass(frozen=True, slots=True)
class Sector:
    """A kind of workplace.

    Attributes:
        key: its name in code.
        sni: SNI 2007.
        trades: what such a workplace calls itself.
        owners: ownerships and how common each is.
        jobs: SSYK 2012 codes that it can offer.
        sizes: size classes to draw from.
        adjustments: support needs that it often meets.
        share: how common it is, in relation to the others.
        reserved: kept at a distance by the stories: the unit knows such workplaces, but has met none.
    """

    key: str
    sni: str
    trades: tuple[str, ...]
    owners: tuple[tuple[str, int], ...]
    jobs: tuple[str, ...]
    sizes: tuple[str, ...]
    adjustments: tuple[str, ...]
    share: int
    reserved: bool = False


SMALL = ("0", "1-9", "1-9", "1-9", "10-49")
MEDIUM = ("1-9", "10-49", "10-49", "50-249")
LARGE = ("10-49", "50-249", "50-249", "250+")

SECTORS = (
    Sector("grocery", "47112", ("livs", "matbutik", "handel"), PRIVATE, ("5222", "5230", "9332"), MEDIUM,
           ("structure", "social", "short_hours"), 26),
    Sector("restaurant", "56100", ("restaurang", "lunchkök", "krog"), SOCIAL, ("9412", "5120", "5131"), SMALL,
           ("social", "language", "supervision"), 24),
    Sector("cafe", "56100", ("kafé", "kaffestuga"), SOCIAL, ("9413", "9412", "7612"), SMALL,
           ("short_hours", "social", "supervision"), 12),
    Sector("bakery", "10710", ("bageri", "konditori"), PRIVATE, ("7612", "9413"), SMALL,
           ("structure", "supervision"), 8),
    Sector("warehouse", "52100", ("lager", "logistik"), PRIVATE, ("4322", "8344", "9332"), MEDIUM,
           ("structure", "physical", "transport"), 16),
    Sector("cleaning", "81210", ("städ", "lokalvård"), SOCIAL, ("9111", "9120"), MEDIUM,
           ("structure", "calm", "language"), 14),
    Sector("property", "68201", ("fastigheter", "bostäder"), (("private", 6), ("municipal", 4)),
           ("5152", "9622"), MEDIUM, ("structure", "calm", "supervision"), 14),
    Sector("garage", "45201", ("bilverkstad", "bilvård"), PRIVATE, ("7231", "9120"), SMALL,
           ("supervision", "structure"), 12),
    Sector("preschool", "85100", ("förskola",), SCHOOL, ("5311", "9412"), MEDIUM,
           ("social", "structure", "supervision"), 22),
    Sector("school", "85201", ("skola",), SCHOOL, ("5312", "9412", "9622", "4116"), LARGE,
           ("structure", "supervision", "calm"), 14),
    Sector("elder_care", "87301", ("äldreboende", "vårdboende"), CARE, ("5330", "9412", "9111"), LARGE,
           ("supervision", "social", "language"), 16),
    Sector("home_care", "88101", ("hemtjänst", "omsorg"), CARE, ("5330", "5343"), LARGE,
           ("supervision", "language"), 8),
    Sector("second_hand", "4779", ("återbruk", "loppis"), SECOND_HAND, ("5223", "4322", "9629"), SMALL,
           ("calm", "short_hours", "supervision", "social"), 9),
    Sector("joinery", "43320", ("snickeri",), PRIVATE, ("7111", "9310"), SMALL, ("supervision", "calm"), 9),
    Sector("building", "41200", ("bygg", "byggservice"), PRIVATE, ("9310", "7111", "7114"), MEDIUM,
           ("supervision",), 9),
    Sector("workshop", "25620", ("mekaniska", "verkstad"), PRIVATE, ("7223", "9320"), MEDIUM,
           ("structure", "calm"), 7),
    Sector("packing", "82920", ("packning", "legopack"), SOCIAL, ("9320", "8181"), MEDIUM,
           ("structure", "calm", "physical", "short_hours"), 6),
    Sector("laundry", "96011", ("tvätteri",), SOCIAL, ("8151", "9320"), MEDIUM, ("structure", "calm"), 4),
    Sector("hotel", "55101", ("hotell", "konferens"), PRIVATE, ("9111", "9412", "4224"), MEDIUM,
           ("language", "structure"), 5),
    Sector("accounting", "69201", ("redovisning", "ekonomi"), PRIVATE, ("4111", "4112"), SMALL,
           ("calm", "physical", "short_hours"), 7),
    Sector("town_hall", "84111", ("servicecenter", "kontor"), PUBLIC, ("4119", "4225"), LARGE,
           ("physical", "structure", "calm"), 5),
    Sector("library", "91011", ("bibliotek",), PUBLIC, ("4410",), SMALL, ("calm", "physical"), 4),
    Sector("sports", "93110", ("idrottsanläggning", "idrottshall"), CLUB, ("9622", "5152"), SMALL,
           ("social", "supervision"), 7),
    Sector("clothes", "47711", ("kläder", "textil"), PRIVATE, ("5223",), SMALL, ("social", "short_hours"), 7),
    Sector("ironmonger", "47521", ("bygghandel", "järnhandel"), PRIVATE, ("5223", "4322"), MEDIUM,
           ("structure",), 6),
    Sector("recycling", "38110", ("återvinning",), (("private", 5), ("municipal", 5)), ("9610",), MEDIUM,
           ("structure", "calm"), 4),
    Sector("removals", "49420", ("flytt",), SOCIAL, ("9332",), SMALL, ("social",), 4),
    Sector("clinic", "86211", ("vårdcentral",), REGION, ("4117", "9111"), MEDIUM, ("physical", "calm"), 4),
    Sector("authority", "84111", ("myndighetskontor",), STATE, ("4113", "4119"), LARGE,
           ("physical", "calm", "structure"), 3),
    Sector("computing", "62010", ("data", "it"), PRIVATE, ("3512", "3514"), SMALL, ("calm", "short_hours"), 6,
           reserved=True),
    Sector("nursery", "01300", ("trädgård", "plantskola"), PRIVATE, ("6112", "6113"), SMALL,
           ("calm", "supervision"), 5, reserved=True),
    Sector("stables", "01430", ("ridstall", "hästgård"), PRIVATE, ("6129",), SMALL,
           ("calm", "social", "supervision"), 4, reserved=True),
)  # fmt: skip


def sector(key: str) -> Sector:
    """The sector with the key."""
    return next(each for each in SECTORS if each.key == key)
