"""The command line: exit status, words in the reader's language, and no command that is not built."""

from __future__ import annotations

import errno
import gc
import json
import os
import re
import resource
from pathlib import Path

import click
import pytest
from click import Abort
from click.testing import CliRunner, Result

from bot.cli import ALONE, COMMANDS, NEW_OBJECTS, main
from bot.commands.base import Command
from bot.settings import load
from bot.terminal import Terminal, language_of
from cases import calendar, deadlines
from storage.errors import WrongKeyFile


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(
        f"""
[database]
url = "sqlite:///{tmp_path}/tiengdan.db"
[security]
key_file = "{tmp_path}/tiengdan.key"
[[units]]
code = "cau-giay"
name = "phường Cầu Giấy"
level = "phuong"
""",
        encoding="utf-8",
    )
    return path


def call(*arguments: str, input: str | bytes | None = None, lang: str = "vi_VN.UTF-8") -> Result:
    return CliRunner().invoke(main, arguments, input=input, env={"LANG": lang, "LC_ALL": lang})


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("lang", ["vi_VN.UTF-8", "en_US.UTF-8"])
def test_every_command_says_in_words_what_it_does(name: str, lang: str) -> None:
    result = call(name, "--help", lang=lang)
    assert result.exit_code == 0, result.output
    assert "cmd-" not in result.output
    assert "flag-" not in result.output


def test_no_command_leaves_a_core_dump_in_which_letters_could_be_read() -> None:
    before = resource.getrlimit(resource.RLIMIT_CORE)
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (before[1], before[1]))
        call("run", "--help")
        # Below a page no file is written; 1 also keeps the kernel from handing one to a program that collects them.
        assert resource.getrlimit(resource.RLIMIT_CORE)[0] == min(before[1] % 2**64, 1)
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, before)


def test_no_command_has_what_it_loads_looked_through_for_cycles_every_moment() -> None:
    before = gc.get_threshold()
    try:
        gc.set_threshold(700)
        call("run", "--help")
        assert gc.get_threshold()[0] == NEW_OBJECTS > 700
    finally:
        gc.set_threshold(*before)


@pytest.mark.parametrize(("set_before", "then"), [(None, "1"), ("4", "4")])
def test_no_command_has_threads_made_for_matrices_unless_the_operator_wants_them(
    monkeypatch: pytest.MonkeyPatch, set_before: str | None, then: str
) -> None:
    monkeypatch.setenv(ALONE, set_before or "")
    if set_before is None:
        monkeypatch.delenv(ALONE)
    call("classify", "--help")
    assert os.environ[ALONE] == then


def test_a_database_that_cannot_be_opened_is_said_in_words(config: Path, tmp_path: Path) -> None:
    (tmp_path / "tiengdan.db").mkdir()
    (tmp_path / "tiengdan.db" / "x").touch()
    away = config.read_text(encoding="utf-8").replace(f"sqlite:///{tmp_path}/tiengdan.db", "sqlite:////proc/t.db")
    config.write_text(away, encoding="utf-8")
    result = call("staff", "invite", "--name", "A", "--role", "admin", "--unit", "cau-giay", "--config", str(config))
    assert result.exit_code == 1, result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("run", "--config", "/nowhere.toml"), 2),
        (("run", "--colour"), 2),
        (("fly",), 2),
        (("deadline", "--kind", "to_cao"), 2),
        (("deadline", "--kind", "fine", "--event", "received", "--on", "2026-10-01"), 2),
        (("deadline", "--kind", "to_cao", "--event", "received", "--on", "2026-13-01"), 2),
        (("deadline", "--kind", "to_cao", "--event", "received", "--on", "2026-10-01"), 0),
        (("deadline", "--batch", "/nowhere.jsonl"), 2),
        (("holidays", "list", "--year", "2026"), 0),
        (("staff", "invite", "--name", "N"), 2),
    ],
)
def test_exit_status_is_0_done_1_failed_2_wrong_use(arguments: tuple[str, ...], status: int) -> None:
    assert call(*arguments).exit_code == status


def test_a_wrong_config_names_file_key_reason_and_fix(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('[telegram]\ntokn = "x"\n', encoding="utf-8")
    said = call("run", "--config", str(path))
    assert said.exit_code == 2
    assert "config.toml · telegram.tokn: không có mục hoặc khóa này." in said.output
    assert "Cách sửa" in said.output
    assert "Fix:" in call("run", "--config", str(path), lang="en_GB").output


def test_a_file_that_is_no_toml_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("[telegram]\ntoken = \n", encoding="utf-8")
    said = call("doctor", "--config", str(path))
    assert said.exit_code == 2
    assert "line 2" in said.output


def test_the_config_may_be_named_by_the_environment(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIENGDAN_CONFIG", str(config))
    assert call("migrate").exit_code == 0


def test_deadlines_are_told_as_data() -> None:
    result = call("deadline", "--kind", "kien_nghi_phan_anh", "--event", "received", "--on", "2026-10-01", "--json")
    entry = json.loads(result.output)[0]
    assert set(entry) == {"due", "rule", "article", "unit", "days"}
    assert set(entry["days"][0]) == {"date", "counted", "why"}


def test_a_batch_of_deadlines_is_a_list_a_line(tmp_path: Path) -> None:
    path = tmp_path / "asked.jsonl"
    line = '{"kind":"to_cao","event":"received","on":"2026-10-01"}\n'
    path.write_text(line * 3, encoding="utf-8")
    lines = call("deadline", "--batch", str(path)).output.splitlines()
    assert [json.loads(each)[0]["due"] for each in lines] == ["2026-10-08"] * 3


@pytest.mark.parametrize(
    ("language", "says"),
    [("vi_VN.UTF-8", "“30/12” không phải là ngày"), ("en_US.UTF-8", "“30/12” is not a day")],
)
def test_a_line_of_a_batch_that_cannot_be_answered_is_told_in_the_readers_language(
    tmp_path: Path, language: str, says: str
) -> None:
    path = tmp_path / "asked.jsonl"
    good = '{"kind":"to_cao","event":"received","on":"2026-12-30"}'
    path.write_text("\n".join((good, good.replace("2026-12-30", "30/12"), good)), encoding="utf-8")
    result = call("deadline", "--batch", str(path), lang=language)
    first, wrong, last = (json.loads(line) for line in result.stdout.splitlines())
    assert result.exit_code == 1
    assert first[0]["due"] == last[0]["due"] == "2027-01-07"
    assert wrong["line"] == 2
    assert wrong["error"].startswith(says)
    assert says in result.stderr


def test_every_reason_why_a_date_cannot_be_counted_has_its_sentence() -> None:
    raised = re.compile(r'(?:Calendar|Deadline)Error\(\s*"([a-z-]+)"(?: if .* else "([a-z-]+)")?')
    rooms = [Path(module.__file__ or "").read_text("utf-8") for module in (calendar, deadlines)]
    reasons = {name for room in rooms for found in raised.findall(room) for name in found if name}
    assert len(reasons) > 15
    assert [name for name in reasons if not Terminal("vi").knows(f"uncounted-{name}")] == []


def test_an_override_of_the_committee_counts_in_a_batch(config: Path, tmp_path: Path) -> None:
    path = tmp_path / "asked.jsonl"
    path.write_text('{"kind":"to_cao","event":"received","on":"2026-11-20"}\n', encoding="utf-8")

    def due() -> str:
        [[found]] = (json.loads(line) for line in call("deadline", "--batch", str(path), *at).stdout.splitlines())
        return str(found["due"])

    at = ("--config", str(config))
    assert due() == "2026-11-27"
    declared = ("--reason", "Nghỉ tránh bão", "--source", "Công điện 9", *at)
    assert call("holidays", "add", "2026-11-25", "off", *declared).exit_code == 0
    assert due() == "2026-11-30"
    assert call("holidays", "add", "2026-11-28", "work", *declared).exit_code == 0
    assert due() == "2026-11-28"


def test_languages_are_told_line_by_line() -> None:
    asked = '{"id":"a","text":"Xin chào ông bà, đường hỏng"}\n{"id":"b","text":"The road is broken, please help"}\n'
    answers = [json.loads(line) for line in call("language", input=asked).output.splitlines()]
    assert [(each["id"], each["lang"]) for each in answers] == [("a", "vi"), ("b", "en")]


def test_a_message_is_judged_with_the_pieces_that_decided() -> None:
    text = "Đề nghị phường sửa đoạn đường hỏng trước trường học"
    answer = json.loads(call("classify", input=json.dumps({"id": 7, "text": text}) + "\n").output)
    assert list(answer) == ["id", "kind", "topic", "urgent", "others", "confidence", "sure", "ask", "why"]
    assert answer["kind"] == "kien_nghi_phan_anh"
    assert all(piece in text for piece in answer["why"])


def test_an_invitation_is_a_word_that_is_kept_nowhere(config: Path) -> None:
    result = call(
        "staff", "invite", "--name", "Lê Thị Thử", "--role", "officer", "--unit", "cau-giay", "--config", str(config)
    )
    assert result.exit_code == 0, result.output
    word = result.output.splitlines()[0].rsplit(" ", 1)[-1]
    assert len(word) == 10
    kept = b"".join(path.read_bytes() for path in config.parent.glob("tiengdan.db*"))
    assert word.encode() not in kept
    assert "Thử".encode() not in kept


def test_an_invitation_to_an_unknown_unit_is_refused(config: Path) -> None:
    result = call("staff", "invite", "--name", "N", "--role", "officer", "--unit", "x", "--config", str(config))
    assert result.exit_code == 2
    assert "cau-giay" in result.output


def test_chains_that_hold_are_said_to_hold(config: Path) -> None:
    assert call("migrate", "--config", str(config)).exit_code == 0
    assert call("audit", "verify", "--config", str(config)).exit_code == 0


def test_counting_anew_tells_how_many_letters_there_are_and_a_closed_period_is_none(
    config: Path, tmp_path: Path
) -> None:
    where = ("--config", str(config))
    assert call("migrate", *where).exit_code == 0
    assert call("close", "--period", "2026-09", "--unit", "cau-giay", *where).exit_code == 0
    assert "Đã đếm lại 0 hồ sơ" in call("tallies", "rebuild", *where).output
    line = {"type": "case", "ref": "1/2026", "unit": "cau-giay", "received_on": "2026-10-05", "channel": "paper"}
    line |= {"kind": "khieu_nai", "topic": "dat_dai", "eligible": True, "outcome": "guided", "outcome_on": "2026-10-12"}
    (tmp_path / "register.jsonl").write_text(json.dumps(line), encoding="utf-8")
    assert call("import", str(tmp_path / "register.jsonl"), *where).exit_code == 0
    assert "Đã đếm lại 1 hồ sơ" in call("tallies", "rebuild", *where).output


def test_init_asks_writes_and_never_overwrites(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    answers = "phường Nghĩa Đô\n\n\n\n024 1\nSố 1\n\n\n\n"
    result = call("init", input=answers)
    assert result.exit_code == 0, result.output
    assert (tmp_path / "config.toml").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "var/tiengdan.key").stat().st_mode & 0o777 == 0o600
    assert 'code = "nghia-do"' in (tmp_path / "config.toml").read_text(encoding="utf-8")
    before = (tmp_path / "config.toml").read_bytes()
    assert call("init", input=answers).exit_code == 1
    assert (tmp_path / "config.toml").read_bytes() == before
    assert call("doctor").exit_code == 0


def test_init_asks_nothing_where_it_could_not_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = call("init", "--output", "nowhere/config.toml", input="phường Nghĩa Đô\n")
    assert (result.exit_code, result.output) == (1, 'Không thấy "nowhere". Hãy xem lại đường dẫn.\n')


def test_init_writes_where_the_other_commands_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIENGDAN_CONFIG", "var/config.toml")
    assert call("init", input="phường Nghĩa Đô\n\n\n\n024 1\nSố 1\n\n\n\n").exit_code == 0
    assert call("doctor").exit_code == 0
    assert not (tmp_path / "config.toml").exists()


def test_a_file_that_is_not_there_is_told_in_words(tmp_path: Path) -> None:
    result = call("restore", str(tmp_path / "copy.tar"))
    assert (result.exit_code, "không thấy tệp này" in result.output) == (2, True)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, 'Không được phép đọc hoặc ghi "var/a"'),
        (errno.EROFS, 'Không được phép đọc hoặc ghi "var/a"'),
        (errno.ENOSPC, 'Hết chỗ trên đĩa khi ghi "var/a"'),
        (errno.EIO, 'Không đọc hoặc ghi được "var/a"'),
    ],
)
def test_a_file_that_fails_ends_a_command_in_words(number: int, words: str) -> None:
    @click.command(cls=Command)
    def fails() -> None:
        raise OSError(number, "", "var/a")

    result = CliRunner().invoke(fails, env={"LC_ALL": "vi_VN.UTF-8"})
    assert (result.exit_code, result.output.startswith(words)) == (1, True)


def test_a_disk_that_fills_up_while_a_command_writes_ends_it_in_words() -> None:
    @click.command(cls=Command)
    def fails() -> None:
        with Path("/dev/full").open("wb", buffering=0) as full:
            full.write(b"x")

    result = CliRunner().invoke(fails, env={"LC_ALL": "vi_VN.UTF-8"})
    assert (result.exit_code, result.output.startswith("Đĩa đã hết chỗ")) == (1, True)


def test_init_without_telegram_asks_for_zalo_and_for_the_mail_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    place = "phường Nghĩa Đô\n\n\n\n024 1\nSố 1\n\n\nhttps://a.example\n"
    result = call("init", input=place + "41001\nbí mật\n88001\nkhóa\nmail.a.example\nviec@a.example\nmật khẩu\n")
    assert result.exit_code == 0, result.output
    assert "zalo connect" in result.output
    settings = load(tmp_path / "config.toml")
    assert (settings.telegram.on, settings.zalo_oa.on, settings.email.on) == (False, True, True)
    assert (settings.zalo_oa.oa_secret_key.get_secret_value(), settings.email.user) == ("khóa", "viec@a.example")


def test_doctor_names_a_key_that_others_can_read(config: Path) -> None:
    assert call("migrate", "--config", str(config)).exit_code == 0
    (config.parent / "tiengdan.key").chmod(0o644)
    result = call("doctor", "--config", str(config))
    assert result.exit_code == 1
    assert "chmod 600" in result.output


def test_data_without_its_key_is_refused_and_no_new_key_is_made(config: Path) -> None:
    assert call("migrate", "--config", str(config)).exit_code == 0
    (config.parent / "tiengdan.key").unlink()
    assert call("run", "--config", str(config)).exit_code == 2
    assert not (config.parent / "tiengdan.key").exists()


def test_a_test_clock_beside_a_real_vendor_is_refused(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = config.parent / "clock"
    clock.write_text("2026-10-01T09:00:00+07:00", encoding="utf-8")
    monkeypatch.setenv("TIENGDAN_TEST_CLOCK", str(clock))
    monkeypatch.setenv("TIENGDAN_TELEGRAM__TOKEN", "1:a")
    result = call("run", "--config", str(config))
    assert result.exit_code == 2
    assert "TIENGDAN_TEST_CLOCK" in result.output


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "vi"),
        ({"LANG": "C.UTF-8"}, "vi"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "vi_VN"}, "vi"),
    ],
)
def test_words_are_vietnamese_unless_the_terminal_is_english(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language


def test_both_languages_have_the_same_words() -> None:
    folder = Path(__file__).parents[2] / "locales"
    keys = [
        {
            line.split(" =")[0]
            for line in (folder / lang / "cli.ftl").read_text("utf-8").splitlines()
            if line[:1].islower()
        }
        for lang in ("vi", "en")
    ]
    assert keys[0] == keys[1]
    words = Terminal("en")
    assert all(words.knows(key) for key in keys[0])


def test_a_talk_at_the_terminal_is_printed_as_a_written_chat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    typed = "Cống trước nhà tắc cả tháng nay, đề nghị sửa\n[Đồng ý]\nđúng rồi\n+ 7 days\n"
    talked = call("chat", input=typed).stdout
    assert "> [Đồng ý]\n< " in talked
    assert "[Đúng rồi] " in talked
    assert "\n+ 7 days\n< " in talked
    (tmp_path / "again.chat").write_text(talked, encoding="utf-8")
    assert call("chat", "--transcript", "again.chat").stdout == talked
    assert list(tmp_path.iterdir()) == [tmp_path / "again.chat"], "nothing is left behind"


def test_a_button_that_was_not_offered_stops_the_talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = call("chat", input="[Đồng ý]\n")
    assert result.exit_code == 1
    assert "Đồng ý" in result.stderr


def test_a_bad_line_is_named_left_out_and_fails_the_whole_at_the_end() -> None:
    result = call("classify", input='{"id":1,"text":"xin chào"}\nnonsense\n[1]\n{"id":4,"text":"mất nước cả ngõ"}\n')
    assert result.exit_code == 1
    answers = [json.loads(line) for line in result.output.splitlines() if line.startswith("{")]
    assert [each["id"] for each in answers] == [1, 4]
    assert "Dòng 2" in result.output
    assert "Dòng 3" in result.output


def test_a_file_of_windows_is_read_and_what_is_no_json_is_refused() -> None:
    lines = (
        b'\xef\xbb\xbf{"id":1,"text":"' + "rác".encode() + b'"}\r\n\r\n{"id":NaN,"text":"x"}\r\n{"id":3,"text":"x y"}'
    )
    result = call("language", input=lines)
    answers = [json.loads(line) for line in result.output.splitlines() if line.startswith("{")]
    assert [each["id"] for each in answers] == [1, 3]
    assert "Dòng 3" in result.output


def test_a_line_without_end_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.commands.judging.LONGEST_LINE_BYTES", 100)
    result = call("language", input='{"id":1,"text":"' + "a" * 1000 + '"}\n{"id":2,"text":"xin chào ông bà"}\n')
    assert result.exit_code == 1
    assert "Dòng 1" in result.output
    assert json.loads(result.output.splitlines()[-2])["id"] == 2


def test_the_classifier_is_held_against_labelled_lines(tmp_path: Path) -> None:
    path = tmp_path / "labelled.jsonl"
    lines = [
        {"text": "Đề nghị phường sửa đường hỏng", "kind": "kien_nghi_phan_anh", "topic": "giao_thong_ha_tang"},
        {"text": "xin chào", "kind": "khac", "topic": "khac", "urgent": False},
        {"text": "xin chào", "kind": "?"},
    ]
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    result = call("classify", "--evaluate", "--json", str(path))
    assert result.exit_code == 1
    assert "Dòng 3" in result.output
    found = json.loads(next(line for line in result.output.splitlines() if line.startswith("{")))
    assert (found["count"], found["right"], found["asked"]) == (2, 1.0, 0.0)
    assert found["confusion"][0] == {"right": "khac", "said": "khac", "count": 1}
    assert "macro-F1" in call("classify", "--evaluate", str(path)).output


def test_lines_without_a_topic_are_counted_for_their_kind_and_told(tmp_path: Path) -> None:
    path = tmp_path / "labelled.jsonl"
    path.write_text('{"text": "Đề nghị phường sửa đường hỏng", "kind": "kien_nghi_phan_anh", "topic": null}\n', "utf-8")
    result = call("classify", "--evaluate", str(path))
    assert result.exit_code == 0, result.output
    assert "1 tin không ghi lĩnh vực" in result.output


@pytest.mark.parametrize(("stop", "status"), [(KeyboardInterrupt, 130), (Abort, 1)])
def test_ctrl_c_ends_a_command_with_one_sentence(
    monkeypatch: pytest.MonkeyPatch, stop: type[BaseException], status: int
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise stop

    monkeypatch.setattr("cases.language.detect", stopped)
    result = call("language", input='{"text": "xin chào"}\n')
    assert result.exit_code == status
    assert ("Đã dừng theo yêu cầu (Ctrl-C)." in result.output) is (status == 130)
    assert "Traceback" not in result.output


def test_a_question_that_nobody_answers_ends_with_a_sentence(tmp_path: Path) -> None:
    result = call("init", "--output", str(tmp_path / "config.toml"), input="phường Cầu Giấy\n")
    assert result.exit_code == 1
    assert "Còn câu hỏi mà không có câu trả lời" in result.output
    assert "Abort" not in result.output
    assert not (tmp_path / "config.toml").exists()


def test_a_question_left_by_ctrl_c_ends_with_the_same_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def left(*_: object, **__: object) -> None:
        try:
            raise KeyboardInterrupt
        except KeyboardInterrupt:
            raise Abort from None

    monkeypatch.setattr("cases.language.detect", left)
    result = call("language", input='{"text": "hello"}\n', lang="en_US.UTF-8")
    assert (result.exit_code, result.output.strip()) == (130, "Stopped as you asked (Ctrl-C).")


def test_corrected_letters_are_only_evaluated(tmp_path: Path) -> None:
    assert call("classify", "--corrected").exit_code == 2
    assert call("classify", "--evaluate", "--corrected", str(tmp_path / "lines.jsonl")).exit_code == 2


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("report", "--calendar", "moon"), "--calendar: không có giá trị ấy; chọn một trong: state, civil."),
        (("report", "--period"), "--period: còn thiếu giá trị đi sau."),
        (("report", "--nope"), "Không có tùy chọn --nope."),
        (("report", "more"), "Lệnh gõ thừa hoặc thiếu phần."),
        (("import",), "Còn thiếu FILE."),
        (("staff", "nobody"), "Không có lệnh nobody."),
    ],
)
def test_what_was_typed_wrongly_ends_with_2_and_words_in_the_readers_language(
    typed: tuple[str, ...], said: str
) -> None:
    result = call(*typed)
    assert result.exit_code == 2
    assert said in result.output
    assert f"{typed[0]} --help" in result.output
    assert "Error" not in result.output


def test_where_nothing_was_ever_stored_a_report_says_so_and_makes_nothing(config: Path, tmp_path: Path) -> None:
    result = call("report", "--config", str(config))
    assert (result.exit_code, list(tmp_path.iterdir())) == (2, [config])
    assert "ở đây chưa lưu gì" in result.output


def test_a_first_key_does_not_stay_beside_a_server_that_knows_another(
    config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace(f"sqlite:///{tmp_path}/tiengdan.db", "postgresql://h/d"), encoding="utf-8")

    async def knows_another_key(*_: object, **__: object) -> None:
        assert (tmp_path / "tiengdan.key").exists()
        raise WrongKeyFile

    monkeypatch.setattr("bot.store.Database.open", knows_another_key)
    result = call("migrate", "--config", str(config))
    assert (result.exit_code, list(tmp_path.iterdir())) == (2, [config])
    assert "cơ sở dữ liệu đã có dữ liệu" in result.output
