"""How this copy of Brygga is run: where its data lies and where it listens."""

from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

LOOPBACK = ("127.0.0.1", "::1", "localhost")
ORIGIN = r"https?://[A-Za-z0-9.-]+(:\d{1,5})?"


class Settings(BaseSettings):
    """Read from the environment; each name has the prefix BRYGGA_.

    Attributes:
        data_dir: folder for the database file, the secret key and backups.
        database_url: SQLAlchemy address; empty means SQLite in `data_dir`.
        public_store: file of what is public; empty means `public.db` in `data_dir`.
        public_messages: file of messages about accessibility; empty means `messages.db` beside the store.
        embed_on: origins of the sites that may show a public card in a frame, with commas between.
        language: what a reader who has not chosen gets, and the command line.
        host: address to listen on.
        port: port to listen on.
        hosts: the names that people reach Brygga by, with commas between; empty means any, or on
            loopback without a proxy only this machine's own.
        https: whether people reach Brygga over https (through a reverse proxy); makes cookies secure.
        trusted_proxies: how many reverse proxies stand in front.
        workers: server processes.
        threads: threads in each process.
        idle_minutes: a session ends after this long without a request.
        session_hours: a session ends after this long in any case.
    """

    model_config = SettingsConfigDict(env_prefix="BRYGGA_", frozen=True, extra="ignore")

    data_dir: Path = Field(default_factory=lambda: user_data_path("brygga"))
    database_url: str = ""
    public_store: str = ""
    public_messages: str = ""
    embed_on: str = Field(default="", pattern=rf"^\s*({ORIGIN}(\s*,\s*{ORIGIN})*)?\s*$")
    language: Literal["sv", "en"] = "sv"
    host: str = "127.0.0.1"
    port: int = Field(default=8050, ge=1, le=65535)
    hosts: str = ""
    https: bool = False
    trusted_proxies: int = Field(default=0, ge=0, le=5)
    workers: int = Field(default=1, ge=1, le=16)
    threads: int = Field(default=8, ge=1, le=64)
    idle_minutes: int = Field(default=30, ge=5, le=480)
    session_hours: int = Field(default=10, ge=1, le=24)

    @property
    def database(self) -> str:
        """The SQLAlchemy address in use."""
        if not self.database_url:
            return f"sqlite:///{self.data_dir.absolute() / 'brygga.db'}"
        for given in ("postgresql://", "postgres://"):
            if self.database_url.startswith(given):
                return "postgresql+psycopg://" + self.database_url.removeprefix(given)
        return self.database_url

    @property
    def publications(self) -> Path:
        """The file of what is public."""
        return Path(self.public_store).absolute() if self.public_store else self.data_dir / "public.db"

    @property
    def messages(self) -> Path:
        """The file of messages about accessibility."""
        if self.public_messages:
            return Path(self.public_messages).absolute()
        return self.publications.with_name("messages.db")

    @property
    def embed_ancestors(self) -> str:
        """The origins of `embed_on` as a content policy writes them."""
        return " ".join(origin.strip() for origin in self.embed_on.split(",") if origin.strip())

    @property
    def allowed_hosts(self) -> frozenset[str]:
        """The names that this copy answers to; empty for any."""
        if self.hosts:
            return frozenset(host.strip().casefold() for host in self.hosts.split(",") if host.strip())
        return frozenset(LOOPBACK) if self.only_this_machine else frozenset()

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach the server."""
        return self.host in LOOPBACK

    @property
    def only_this_machine(self) -> bool:
        """Whether nobody else can reach the server, through a reverse proxy either."""
        return self.loopback and self.trusted_proxies == 0


def host_of(address: str) -> str:
    """The name in a Host header, without its port; empty when there is none.

    >>> host_of("brygga.example.se:8050"), host_of("[::1]:80"), host_of("[")
    ('brygga.example.se', '::1', '')
    """
    try:
        return urlsplit(f"//{address}").hostname or ""
    except ValueError:
        return ""
