from __future__ import annotations

import pytest

from catalog.print.typography.spoken import spoken


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        pytest.param("Sell the backup that restores itself", "en", "en", id="English"),
        pytest.param("Sell the backup that restores itself", None, "en", id="English, not told"),
        pytest.param("Sell the backup that restores itself", "en-GB", "en-GB", id="British as told"),
        pytest.param(
            "Die Sicherung der Daten und die Wiederherstellung", "en", "de", id="German called English"
        ),
        pytest.param("La sauvegarde pour vos clients, avec un portail", None, "fr", id="French"),
        pytest.param("La copia de seguridad para los clientes", None, "es", id="Spanish"),
        pytest.param("Zálohování pro zákazníky, které se obnoví bez práce", None, "cs", id="Czech"),
        pytest.param("Каталог для хостинга", "ru", "ru", id="other scripts are told"),
        pytest.param("Datensicherung, Rechnungsstellung", "en", "", id="no small word"),
        pytest.param("Harbor Sync", None, "", id="name"),
        pytest.param("die Sicherung", "fr", "fr", id="another language than English is believed"),
    ],
)
def test_small_words_tell_the_language(text: str, lang: str | None, expected: str) -> None:
    assert spoken(text, lang) == expected
