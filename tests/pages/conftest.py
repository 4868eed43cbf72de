"""The invented unit, made once for all tests that draw whole pages."""

from collections.abc import Iterator

import pytest

from dashboard.data.demo import fill_demo
from dashboard.data.engine import open_engine
from dashboard.data.schema import upgrade
from dashboard.domain.access import Role, Viewer
from dashboard.reports.access import Access, Store
from tests.pages.drawn_pages import DAY


@pytest.fixture(scope="session")
def demo_access(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Access]:
    """A manager with the demo's data."""
    engine = open_engine(f"sqlite:///{tmp_path_factory.mktemp('pages') / 'brygga.db'}")
    upgrade(engine)
    fill_demo(engine, DAY)
    yield Access(Viewer(1, "Maja", Role.MANAGER), Store(engine)).pinned()
    engine.dispose()
