"""What can go wrong, in the product's own terms. One place turns these into words for a person."""


class BryggaError(Exception):
    """An error that a person can act on. `str(error)` is a whole sentence in the reader's language."""


class DatabaseUnreachable(BryggaError):
    """The database does not answer, or its address is wrong."""


class SchemaMismatch(BryggaError):
    """The database was made by a newer or older version of Brygga."""


class SettingsError(BryggaError):
    """A setting is missing or out of range."""


class OwnDataInTheWay(BryggaError):
    """The database holds data that must not be overwritten."""


class AccessDenied(BryggaError):
    """The person may not see or do this."""


class TooMuchAtOnce(BryggaError):
    """So much in a short time that the person has to wait."""


class NotFound(BryggaError):
    """There is no such employer, coach, unit or page."""


class InvalidParameter(BryggaError):
    """A value in an address or on the command line is not one we know."""


class FileRefused(BryggaError):
    """A file that cannot be read as one of ours."""


class PublicationRefused(BryggaError):
    """A publication that cannot be trusted or may not be public: it is not shown, or not kept."""
