from __future__ import annotations

import gc

import pytest

from catalog.collector import nothing_collected


def test_the_collector_rests_inside_and_goes_on_behind() -> None:
    assert gc.isenabled()
    with nothing_collected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_an_exception() -> None:
    with pytest.raises(ValueError, match="stop"), nothing_collected():
        raise ValueError("stop")
    assert gc.isenabled()


def test_it_stays_off_where_it_was_off() -> None:
    gc.disable()
    try:
        with nothing_collected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
