"""The public process needs nothing but the file of publications, and cannot reach anything else."""

import subprocess
import sys

from dashboard.cli.public_process import make_public_app
from dashboard.domain.publication import Publication
from dashboard.settings import Settings
from tests.public.conftest import publish
from tests.public_pages import rich

LOADED = """
import sys
import dashboard.cli.public_process as process
from dashboard.settings import Settings
app = process.make_public_app(Settings(data_dir=sys.argv[1]))
for path in ("/", "/visning", "/en-sida", "/om", "/tillganglighet", "/sa-raknas-det", "/inbaddat/karta"):
    assert app.test_client().get(path).status_code == 200, path
print("\\n".join(sorted(sys.modules)))
"""
NEVER = {
    "dashboard.data.engine",
    "dashboard.data.models",
    "dashboard.data.readers",
    "dashboard.app",
    "sqlalchemy",
    "alembic",
    "psycopg",
    "dash",
    "plotly",
    "pandas",
}


def test_no_module_that_can_open_the_units_database_is_ever_loaded(own_public: Settings) -> None:
    publish(own_public, rich())
    ran = subprocess.run(
        [sys.executable, "-c", LOADED, str(own_public.data_dir)], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    loaded = set(ran.stdout.split())
    assert "dashboard.public.process" in loaded
    assert loaded & NEVER == set()


def test_with_the_units_database_gone_the_pages_still_work(own_public: Settings) -> None:
    publish(own_public, rich())
    elsewhere = own_public.publications.rename(own_public.data_dir.parent / "kopia.db")
    key = own_public.data_dir / "public.db.pub"
    key.rename(elsewhere.with_name("kopia.db.pub"))
    for left in own_public.data_dir.iterdir():
        left.unlink()
    own_public.data_dir.rmdir()
    settings = Settings(data_dir=own_public.data_dir, public_store=str(elsewhere))
    assert "av 94" in make_public_app(settings).test_client().get("/").text
    assert not own_public.data_dir.exists()


def test_the_pages_are_made_from_the_publication_alone(own_public: Settings) -> None:
    """Two publications that are equal give equal bytes, whatever else differs about the processes."""
    publish(own_public, rich())
    other = own_public.model_copy(update={"data_dir": own_public.data_dir / "annan"})
    publish(other, rich())
    one, two = (make_public_app(settings).test_client().get("/") for settings in (own_public, other))
    assert one.data == two.data
    assert one.headers["ETag"] == two.headers["ETag"]
    assert isinstance(rich(), Publication)
