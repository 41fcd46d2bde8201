"""Files and links on records, on both engines: kept once, private, opened without harm, taken off and back."""

import os
import stat
from pathlib import Path

import pytest

from salesdesk.errors import InvalidError, NotFoundError
from salesdesk.services import files, history
from salesdesk.services.desk import Desk, FileRules
from salesdesk.services.records import Ref, by_id, find
from tests.services.office import deal, lead
from tests.store.test_operation import live_rows


@pytest.fixture
def anna(desk: Desk) -> Ref:
    return lead(desk, "Anna Lindqvist at Acme Nordic")


@pytest.fixture
def offer(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "Offer 2026.pdf"
    path.parent.mkdir()
    path.write_bytes(b"%PDF offer")
    return path


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the opener of the system was given, a line each."""
    told = tmp_path / "opened.txt"
    folder = tmp_path / "bin"
    folder.mkdir()
    opener = folder / "xdg-open"
    opener.write_text(f'#!/bin/sh\nprintf "%s|%s\\n" "$#" "$1" >> "{told}"\n')
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    return told


def modes(folder: Path) -> set[int]:
    return {stat.S_IMODE(p.stat().st_mode) for p in folder.rglob("*")}


def test_a_file_is_kept_by_its_content_once_and_for_its_owner_alone(
    desk: Desk, anna: Ref, offer: Path, tmp_path: Path
) -> None:
    made, sentence = files.attach(desk, anna, str(offer))
    assert made.ref.startswith("F-")
    assert sentence.startswith("Offer 2026.pdf attached to Anna Lindqvist, 10 B")
    again = tmp_path / "in" / "copy.pdf"
    again.write_bytes(b"%PDF offer")
    files.attach(desk, deal(desk, "Platform"), str(again))
    store = files.store_for(desk)
    assert len(list(store.contents())) == 1
    assert modes(store.folder) <= {0o600, 0o700}
    offer.unlink()
    row = files.of_record(desk, anna)[0]
    assert (row.name, row.kind, row.size, row.media_type, row.added_by) == (
        "Offer 2026.pdf", "file", 10, "application/pdf", "Maya Kessler",
    )  # fmt: skip
    assert files.content(desk, row).read_bytes() == b"%PDF offer"
    assert files.find_file(desk, made.ref) == made
    assert files.find_file(desk, "offer 2026").id == made.id


def test_several_files_are_one_operation_all_or_none(desk: Desk, anna: Ref, offer: Path) -> None:
    before = live_rows(desk.connection)
    with pytest.raises(NotFoundError):
        files.attach_all(desk, anna, [str(offer), "/nowhere/x.pdf"])
    assert live_rows(desk.connection) == before
    made, sentence = files.attach_all(desk, anna, [str(offer), "https://acme.example"])
    assert (len(made), sentence.startswith("2 files attached to Anna Lindqvist")) == (2, True)
    history.undo(desk)
    assert live_rows(desk.connection) == before


def test_the_same_file_is_not_attached_twice(desk: Desk, anna: Ref, offer: Path) -> None:
    first, _ = files.attach(desk, anna, str(offer))
    second, sentence = files.attach(desk, anna, str(offer))
    assert (second.id, sentence) == (first.id, "Offer 2026.pdf attached to Anna Lindqvist already")
    files.attach(desk, anna, str(offer), name="signed.pdf")
    assert len(files.of_record(desk, anna)) == 2


def test_a_deal_shows_what_its_leads_and_activities_have(desk: Desk, anna: Ref, offer: Path) -> None:
    from salesdesk.services import outreach, prospecting
    from salesdesk.services.steps import read_step

    files.attach(desk, anna, str(offer))
    outreach.plan(desk, [anna], read_step(desk, "call thu"))
    step = by_id(desk.connection, "activity", outreach.open_steps(desk.connection, anna)[0])
    files.attach(desk, step, "https://acme.example/agenda.html")
    assert [row.name for row in files.of_record(desk, anna)] == ["agenda.html", "Offer 2026.pdf"]
    made = prospecting.convert(desk, anna, prospecting.Conversion("Platform"))
    files.attach(desk, made, "https://acme.example/quote.pdf")
    assert [row.name for row in files.of_record(desk, made)] == ["quote.pdf", "agenda.html", "Offer 2026.pdf"]


def test_a_template_has_attachments_too(desk: Desk, offer: Path) -> None:
    with desk.operation("A template") as unit:
        key = unit.insert("template", {"name": "Spring flyer"})
    first = find(desk, "spring flyer", files.KINDS)
    assert first.id == key
    files.attach(desk, first, str(offer))
    assert [row.record for row in files.of_record(desk, first)] == ["Spring flyer"]


def test_the_files_of_a_template_go_with_its_mails(desk: Desk, anna: Ref, offer: Path) -> None:
    from salesdesk.exchange.mail_routes import MailSettings
    from salesdesk.services import composing, outbox

    anna = lead(desk, "Joost de Vries, Havenlog joost@haven.example")
    with desk.operation("A template") as unit:
        key = unit.insert("template", {"name": "Spring flyer"})
    first = find(desk, "spring flyer", files.KINDS)
    files.attach_all(desk, first, [str(offer), "https://acme.example/x"])
    text = "---\nsubject: Offer\n---\nHello"
    letters = composing.compose(desk, [anna], text, template_id=key)
    composing.queue(desk, letters, MailSettings(from_address="maya@our.example", route="eml"))
    (mail,) = desk.connection.rows("SELECT id FROM message")
    files.detach(desk, files_refs(desk, first))
    (gone,) = outbox.files_of(desk, mail[0])
    assert (gone.name, gone.media_type, gone.path.read_bytes()) == ("Offer 2026.pdf", "application/pdf", b"%PDF offer")
    gone.path.write_bytes(b"altered")
    with pytest.raises(InvalidError, match="changed or is damaged"):
        outbox.files_of(desk, mail[0])
    files.attach(desk, first, "https://acme.example/x")
    assert composing.compose(desk, [anna], text, template_id=key)[0].ready
    history.undo(desk)
    history.undo(desk)
    assert "changed or is damaged" in composing.compose(desk, [anna], text, template_id=key)[0].problems[0]


def files_refs(desk: Desk, ref: Ref) -> list[Ref]:
    """The files of a record as references."""
    return [by_id(desk.connection, "attachment", row.id) for row in files.of_record(desk, ref)]


def test_what_cannot_be_attached_is_refused_and_leaves_nothing(desk: Desk, anna: Ref, tmp_path: Path) -> None:
    before = live_rows(desk.connection)
    loop, fifo, folder, secret = (tmp_path / name for name in ("loop", "fifo", "folder", "secret"))
    loop.symlink_to(loop)
    os.mkfifo(fifo)
    folder.mkdir()
    secret.write_text("x")
    secret.chmod(0)
    cases: list[tuple[str, str]] = [
        (str(tmp_path / "gone.pdf"), "no file"),
        (str(loop), "cannot be read"),
        (str(fifo), "not a regular file"),
        (str(folder), "is a folder"),
        ("/dev/zero", "not a regular file"),
        ("a\x00b", "Which file"),
        ("javascript:alert(1)", "not a kind of link"),
    ]
    if os.geteuid() != 0:
        cases.append((str(secret), "cannot be read"))
    for source, reason in cases:
        for copy in (True, False):
            with pytest.raises((InvalidError, NotFoundError), match=reason):
                files.attach(desk, anna, source, copy=copy)
    assert live_rows(desk.connection) == before
    assert not files.store_for(desk).folder.exists()


def test_a_file_that_is_too_big_says_how_big_it_may_be_and_can_be_linked(desk: Desk, anna: Ref, tmp_path: Path) -> None:
    big = tmp_path / "film.mp4"
    with big.open("wb") as file:
        file.truncate(2_500_000)
    desk.file_rules = FileRules(limit_mb=2)
    with pytest.raises(InvalidError, match=r"2\.5 MB; at most 2\.0 MB"):
        files.attach(desk, anna, str(big))
    files.attach(desk, anna, str(big), copy=False)
    row = files.of_record(desk, anna)[0]
    assert (row.kind, row.target, row.size) == ("path", str(big), 2_500_000)
    big.unlink()
    with pytest.raises(NotFoundError, match="no file"):
        files.open_file(desk, files.find_file(desk, row.name))


def test_opening_gives_the_system_a_copy_that_cannot_be_written(
    desk: Desk, anna: Ref, offer: Path, opened: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    made, _ = files.attach(desk, anna, str(offer), name="$(touch hacked) -rf ;`x`.pdf")
    for _ in range(2):
        assert files.open_file(desk, made).startswith("Opened $(touch")
    count, path = opened.read_text().splitlines()[1].split("|", 1)
    assert count == "1"
    assert Path(path).name == "$(touch hacked) -rf ;`x`.pdf"
    assert Path(path).read_bytes() == b"%PDF offer"
    assert stat.S_IMODE(Path(path).stat().st_mode) == 0o400
    link, _ = files.attach(desk, anna, "https://acme.example/a?b=1&c='$(x)'")
    files.open_file(desk, link)
    assert opened.read_text().splitlines()[2] == "1|https://acme.example/a?b=1&c='$(x)'"


def test_programs_and_strange_links_are_not_opened(desk: Desk, anna: Ref, tmp_path: Path, opened: Path) -> None:
    virus = tmp_path / "invoice.desktop"
    virus.write_text("[Desktop Entry]\nExec=xcalc\n")
    refs = [files.attach(desk, anna, str(virus))[0], files.attach(desk, anna, virus.as_uri())[0]]
    with desk.operation("Written by another program") as unit:
        values = {"record_kind": "lead", "record_id": anna.id, "name": "x", "kind": "url"}
        refs.append(by_id(desk.connection, "attachment", unit.insert("attachment", values | {"target": "vbscript:x"})))
    for ref in refs:
        with pytest.raises(InvalidError, match=r"not opened|not a kind of link"):
            files.open_file(desk, ref)
    assert not opened.exists()


def test_no_opener_and_one_that_fails_are_said(
    desk: Desk, anna: Ref, offer: Path, opened: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, _ = files.attach(desk, anna, str(offer))
    (opened.parent / "bin" / "xdg-open").write_text("#!/bin/sh\nexit 3\n")
    with pytest.raises(InvalidError, match="found no program"):
        files.open_file(desk, made)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(InvalidError, match="no program here"):
        files.open_file(desk, made)


def test_saving_never_overwrites_unasked(desk: Desk, anna: Ref, offer: Path, tmp_path: Path) -> None:
    made, _ = files.attach(desk, anna, str(offer))
    out = tmp_path / "out"
    out.mkdir()
    assert files.save_as(desk, made, out) == out / "Offer 2026.pdf"
    with pytest.raises(InvalidError, match="there already"):
        files.save_as(desk, made, out)
    (out / "Offer 2026.pdf").write_text("mine")
    files.save_as(desk, made, out / "Offer 2026.pdf", overwrite=True)
    assert (out / "Offer 2026.pdf").read_bytes() == b"%PDF offer"
    with pytest.raises(NotFoundError, match="no folder"):
        files.save_as(desk, made, tmp_path / "nowhere" / "x.pdf")
    link, _ = files.attach(desk, anna, "https://acme.example")
    with pytest.raises(InvalidError, match="is a link"):
        files.save_as(desk, link, out)


def test_what_is_taken_off_comes_back_with_undo(desk: Desk, anna: Ref, offer: Path) -> None:
    made, _ = files.attach(desk, anna, str(offer))
    before = live_rows(desk.connection)
    assert files.detach(desk, [made]) == "Offer 2026.pdf taken off Anna Lindqvist"
    assert files.of_record(desk, anna) == []
    with pytest.raises(NotFoundError):
        files.row_of(desk, made)
    history.undo(desk)
    assert live_rows(desk.connection) == before
    assert files.content(desk, files.row_of(desk, made)).read_bytes() == b"%PDF offer"


def test_a_changed_or_missing_content_is_noticed_and_mended_by_the_same_file(
    desk: Desk, anna: Ref, offer: Path
) -> None:
    made, _ = files.attach(desk, anna, str(offer))
    row = files.row_of(desk, made)
    path = files.content(desk, row)
    path.write_bytes(b"%PDF altered")
    with pytest.raises(InvalidError, match="changed or is damaged"):
        files.content(desk, row)
    path.unlink()
    with pytest.raises(NotFoundError, match="not on this machine"):
        files.content(desk, row)
    files.attach(desk, anna, str(offer), name="again.pdf")
    assert files.content(desk, row).read_bytes() == b"%PDF offer"


def test_nothing_is_attached_to_what_is_gone_or_does_not_fit(desk: Desk, anna: Ref, offer: Path) -> None:
    from salesdesk.services import editing

    with pytest.raises(InvalidError, match="nothing can be attached"):
        files.attach(desk, Ref("member", b"x" * 16, "X", "Maya"), str(offer))
    editing.delete(desk, [anna])
    with pytest.raises(NotFoundError, match="not there any more"):
        files.attach(desk, anna, str(offer))


def test_a_reference_to_a_file_is_not_taken_for_a_person(desk: Desk, anna: Ref, offer: Path) -> None:
    made, _ = files.attach(desk, anna, str(offer))
    with pytest.raises(InvalidError, match="is the attachment Offer"):
        find(desk, made.ref)


def test_a_team_that_names_a_folder_shares_the_contents(desk: Desk, anna: Ref, offer: Path, tmp_path: Path) -> None:
    if desk.workspace.path is not None:
        assert files.store_for(desk).folder == desk.workspace.path.with_name(f"{desk.workspace.path.stem}-files")
        return
    assert "kept on this machine only" in files.attach(desk, anna, str(offer))[1]
    desk.file_rules = FileRules(folder=str(tmp_path / "share"))
    row = files.of_record(desk, anna)[0]
    desk.device = "another laptop"
    with pytest.raises(NotFoundError, match="It was attached on"):
        files.content(desk, row)
    assert "only" not in files.attach(desk, anna, str(offer), name="shared.pdf")[1]
    assert files.content(desk, row).is_relative_to(tmp_path / "share")
