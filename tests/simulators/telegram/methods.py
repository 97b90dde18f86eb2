"""The methods of the Bot API that a bot of ours may use, as strict as the real ones."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from tests.simulators.telegram import refusals
from tests.simulators.telegram.chats import Button, Chat, Group, Posted
from tests.simulators.telegram.people import User
from tests.simulators.telegram.refusals import bad_request, forbidden
from tests.simulators.telegram.world import FILE_LIMIT, Simulator, Webhook

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
CALLBACK_BYTES = 64
BUTTON_LIMIT = 100

Parameters = dict[str, Any]
Method = Callable[[Simulator, Parameters], Any]


def get_me(sim: Simulator, _: Parameters) -> Any:
    return sim.bot_json | {
        "can_join_groups": True,
        "can_read_all_group_messages": not sim.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_webhook(sim: Simulator, given: Parameters) -> Any:
    url = _text(given, "url")
    if not url:
        return delete_webhook(sim, given)
    if not url.startswith("https://") and not (sim.allow_http_webhook and url.startswith("http://127.0.0.1")):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    secret = _text(given, "secret_token")
    if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
        raise bad_request("secret token contains unallowed characters")
    _remember_allowed(sim, given)
    if _truth(given, "drop_pending_updates"):
        sim.queue.clear()
    sim.webhook = Webhook(url, secret, _whole(given, "max_connections", 40))
    return True


def delete_webhook(sim: Simulator, given: Parameters) -> Any:
    if _truth(given, "drop_pending_updates"):
        sim.queue.clear()
    sim.webhook = None
    return True


def get_webhook_info(sim: Simulator, _: Parameters) -> Any:
    info: dict[str, Any] = {
        "url": sim.webhook.url if sim.webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(sim.queue),
    }
    if sim.webhook:
        info["max_connections"] = sim.webhook.max_connections
        if sim.webhook.last_error:
            info["last_error_message"] = sim.webhook.last_error
    return info | ({"allowed_updates": list(sim.allowed_updates)} if sim.allowed_updates else {})


def send_message(sim: Simulator, given: Parameters) -> Any:
    chat = _chat_to_write_to(sim, given)
    text = _message_text(given)
    rows = _keyboard(given)
    return _post(sim, chat, given, text=text, rows=rows).json()


def send_document(sim: Simulator, given: Parameters) -> Any:
    return _send_file(sim, given, "document")


def send_photo(sim: Simulator, given: Parameters) -> Any:
    return _send_file(sim, given, "photo")


def edit_message_text(sim: Simulator, given: Parameters) -> Any:
    message = _message_to_edit(sim, given)
    text, rows = _message_text(given), _keyboard(given)
    if text == message.text and rows == message.rows:
        raise refusals.NOT_MODIFIED
    return _edit(sim, message, text, rows).json()


def edit_message_reply_markup(sim: Simulator, given: Parameters) -> Any:
    message = _message_to_edit(sim, given)
    rows = _keyboard(given)
    if rows == message.rows:
        raise refusals.NOT_MODIFIED
    return _edit(sim, message, message.text, rows).json()


def delete_message(sim: Simulator, given: Parameters) -> Any:
    chat = _chat_to_write_to(sim, given)
    message = chat.find(_whole(given, "message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    message.deleted = True
    return True


def create_forum_topic(sim: Simulator, given: Parameters) -> Any:
    group = _forum(sim, given)
    name = _text(given, "name")
    if not 1 <= len(name) <= 128:
        raise bad_request("TOPIC_NAME_INVALID")
    number = group.next_id()
    group.topics[number] = name
    return {"message_thread_id": number, "name": name, "icon_color": 7322096}


def close_forum_topic(sim: Simulator, given: Parameters) -> Any:
    return _set_topic(sim, given, closed=True)


def reopen_forum_topic(sim: Simulator, given: Parameters) -> Any:
    return _set_topic(sim, given, closed=False)


def delete_forum_topic(sim: Simulator, given: Parameters) -> Any:
    group = _forum(sim, given)
    thread = _thread(group, given)
    if thread is None:
        raise bad_request("message thread not found")
    del group.topics[thread]
    for message in group.messages:
        message.deleted = message.deleted or message.thread == thread
    return True


def _set_topic(sim: Simulator, given: Parameters, *, closed: bool) -> Any:
    group = _forum(sim, given)
    thread = _thread(group, given)
    if thread is None or (thread in group.closed_topics) == closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    (group.closed_topics.add if closed else group.closed_topics.discard)(thread)
    return True


def _forum(sim: Simulator, given: Parameters) -> Group:
    chat = _chat_to_write_to(sim, given)
    if not isinstance(chat, Group) or not chat.forum:
        raise bad_request("the chat is not a forum")
    if not chat.topic_rights:
        raise bad_request("not enough rights to create a topic")
    return chat


def answer_callback_query(sim: Simulator, given: Parameters) -> Any:
    tap = _text(given, "callback_query_id")
    if tap not in sim.taps:
        raise refusals.TAP_TOO_OLD
    if len(_text(given, "text")) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    sim.taps[tap] = given
    return True


def set_my_commands(sim: Simulator, given: Parameters) -> Any:
    commands = _json(given, "commands", list, "can't parse list of commands")
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not isinstance(command, dict):
            raise bad_request("can't parse list of commands: expected an Object")
        if not re.fullmatch(r"/?[a-z0-9_]{1,32}", str(command.get("command", ""))):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    sim.commands[_command_scope(sim, given)] = commands
    return True


def delete_my_commands(sim: Simulator, given: Parameters) -> Any:
    sim.commands.pop(_command_scope(sim, given), None)
    return True


def get_my_commands(sim: Simulator, given: Parameters) -> Any:
    return sim.commands.get(_command_scope(sim, given), [])


def get_file(sim: Simulator, given: Parameters) -> Any:
    id = _text(given, "file_id")
    if not id:
        raise bad_request("file_id not specified")
    file = sim.files.get(id)
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if file.size > FILE_LIMIT:
        raise bad_request("file is too big")
    return {"file_id": id, "file_unique_id": f"AgAD{id[-7:]}", "file_size": file.size, "file_path": file.path}


def get_chat(sim: Simulator, given: Parameters) -> Any:
    chat = _chat(sim, given)
    if chat.type == "private":
        return sim.private_json(sim.users[chat.id]) | {"accent_color_id": 1, "max_reaction_count": 11}
    return chat.json() | {"accent_color_id": 1, "max_reaction_count": 11}


def get_chat_member(sim: Simulator, given: Parameters) -> Any:
    chat = _chat(sim, given)
    who = _whole(given, "user_id")
    if who == sim.bot_id:
        status = chat.bot_status if isinstance(chat, Group) else "member"
        return {"user": sim.bot_json, "status": status}
    user = sim.users.get(who)
    if user is None:
        raise bad_request("invalid user_id specified")
    if isinstance(chat, Group) and user not in chat.members:
        return {"user": user.json(), "status": "left"}
    return {"user": user.json(), "status": "member"}


def leave_chat(sim: Simulator, given: Parameters) -> Any:
    chat = _chat(sim, given)
    if not isinstance(chat, Group):
        raise bad_request("chat member status can't be changed in private chats")
    chat.bot_status = "left"
    return True


METHODS: dict[str, Method] = {
    "getme": get_me,
    "setwebhook": set_webhook,
    "deletewebhook": delete_webhook,
    "getwebhookinfo": get_webhook_info,
    "sendmessage": send_message,
    "senddocument": send_document,
    "sendphoto": send_photo,
    "editmessagetext": edit_message_text,
    "editmessagereplymarkup": edit_message_reply_markup,
    "deletemessage": delete_message,
    "createforumtopic": create_forum_topic,
    "closeforumtopic": close_forum_topic,
    "reopenforumtopic": reopen_forum_topic,
    "deleteforumtopic": delete_forum_topic,
    "answercallbackquery": answer_callback_query,
    "setmycommands": set_my_commands,
    "deletemycommands": delete_my_commands,
    "getmycommands": get_my_commands,
    "getfile": get_file,
    "getchat": get_chat,
    "getchatmember": get_chat_member,
    "leavechat": leave_chat,
}
"""By name in lower case: the Bot API does not mind the case."""


def remember_allowed(sim: Simulator, given: Parameters) -> None:
    """Keep the list of updates that the bot wants, as setWebhook and getUpdates do."""
    _remember_allowed(sim, given)


def _remember_allowed(sim: Simulator, given: Parameters) -> None:
    if "allowed_updates" in given:
        wanted = _json(given, "allowed_updates", list, "can't parse allowed_updates JSON object")
        sim.allowed_updates = tuple(str(kind) for kind in wanted)


def _post(
    sim: Simulator,
    chat: Chat,
    given: Parameters,
    text: str = "",
    rows: list[list[Button]] | None = None,
    content: Parameters | None = None,
) -> Posted:
    message = Posted(
        chat.next_id(),
        chat,
        int(sim.clock()),
        None,
        text,
        rows or [],
        thread=_thread(chat, given),
        content=content or {},
        parameters=given,
    )
    chat.messages.append(message)
    return message


def _edit(sim: Simulator, message: Posted, text: str, rows: list[list[Button]]) -> Posted:
    message.edits.append(message.text)
    message.text, message.rows, message.edited_at = text, rows, int(sim.clock())
    return message


def _send_file(sim: Simulator, given: Parameters, kind: str) -> Any:
    chat = _chat_to_write_to(sim, given)
    caption = _text(given, "caption")
    if len(caption) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    upload = given.get(kind)
    if not isinstance(upload, tuple):
        raise bad_request(f"there is no {kind} in the request")
    name, content = upload
    if not content:
        raise bad_request("file must be non-empty")
    file = sim.keep_file(content, f"{kind}s/file_{{}}") | {"file_name": name}
    what: Parameters = {kind: [file] if kind == "photo" else file} | ({"caption": caption} if caption else {})
    return _post(sim, chat, given, rows=_keyboard(given), content=what).json()


def _chat(sim: Simulator, given: Parameters) -> Chat:
    value = given.get("chat_id")
    if value is None or value == "":
        raise bad_request("chat_id is empty")
    try:
        chat = sim.chats.get(int(value))
    except (TypeError, ValueError):
        raise refusals.CHAT_NOT_FOUND from None
    if chat is None:
        raise refusals.CHAT_NOT_FOUND
    if isinstance(chat, Group):
        if chat.upgraded_to is not None:
            raise refusals.moved(chat.upgraded_to.id)
        if chat.bot_status == "left":
            raise forbidden(f"bot is not a member of the {chat.type} chat")
    return chat


def _chat_to_write_to(sim: Simulator, given: Parameters) -> Chat:
    chat = _chat(sim, given)
    if isinstance(chat, Group):
        if chat.deleted:
            raise forbidden("the group chat was deleted")
        if chat.bot_status == "kicked":
            raise forbidden(f"bot was kicked from the {chat.type} chat")
        if chat.bot_status == "restricted":
            raise bad_request("not enough rights to send text messages to the chat")
        return chat
    user: User = sim.users[chat.id]
    if user.deactivated:
        raise refusals.DEACTIVATED
    if user.blocked:
        raise refusals.BLOCKED
    if not user.started:
        raise refusals.NOT_STARTED
    return chat


def _thread(chat: Chat, given: Parameters) -> int | None:
    if given.get("message_thread_id") in (None, ""):
        return None
    thread = _whole(given, "message_thread_id")
    if not isinstance(chat, Group) or thread not in chat.topics:
        raise bad_request("message thread not found")
    return thread


def _message_text(given: Parameters) -> str:
    text = _text(given, "text").strip()
    if not text:
        raise bad_request("message text is empty")
    if len(text.encode("utf-16-le")) // 2 > TEXT_LIMIT:
        raise bad_request("message is too long")
    if _text(given, "parse_mode").lower() not in ("", "html", "markdown", "markdownv2"):
        raise bad_request("unsupported parse_mode")
    if "link_preview_options" in given:
        _json(given, "link_preview_options", dict, "can't parse link preview options JSON object")
    return text


def _message_to_edit(sim: Simulator, given: Parameters) -> Posted:
    if "inline_message_id" not in given and "message_id" not in given:
        raise bad_request("message identifier is not specified")
    chat = _chat_to_write_to(sim, given)
    message = chat.find(_whole(given, "message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if not message.by_bot:
        raise bad_request("message can't be edited")
    return message


def _keyboard(given: Parameters) -> list[list[Button]]:
    if given.get("reply_markup") in (None, ""):
        return []
    markup = _json(given, "reply_markup", dict, "object expected as reply markup")
    rows = markup.get("inline_keyboard", [])
    if not isinstance(rows, list):
        raise bad_request('field "inline_keyboard" must be of type Array')
    keyboard = []
    for row in rows:
        if not isinstance(row, list):
            raise bad_request('field "inline_keyboard" must be an Array of Arrays')
        keyboard.append([_button(button) for button in row])
    if sum(map(len, keyboard)) > BUTTON_LIMIT:
        raise bad_request("reply markup is too long")
    return keyboard


def _button(button: object) -> Button:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: expected an Object")
    label = button.get("text")
    if not isinstance(label, str) or not label.strip():
        raise bad_request('can\'t parse inline keyboard button: Field "text" must be of type String')
    if "callback_data" not in button:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    data = button["callback_data"]
    if not isinstance(data, str) or not 1 <= len(data.encode()) <= CALLBACK_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    return Button(label, data)


def _command_scope(sim: Simulator, given: Parameters) -> str:
    scope = _json(given, "scope", dict, "can't parse BotCommandScope") if "scope" in given else {"type": "default"}
    kind = str(scope.get("type"))
    if kind not in (
        "default",
        "all_private_chats",
        "all_group_chats",
        "all_chat_administrators",
        "chat",
        "chat_administrators",
        "chat_member",
    ):
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    if kind.startswith("chat"):
        _chat(sim, scope)
    language = _text(given, "language_code")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad_request("invalid language_code specified")
    return ":".join(filter(None, (kind, str(scope.get("chat_id", "")), language)))


# Parameters come as text (form, query) or as JSON values ----------------------------------------------------


def _text(given: Parameters, name: str) -> str:
    value = given.get(name)
    return value if isinstance(value, str) else "" if value is None else str(value)


def _whole(given: Parameters, name: str, otherwise: int = 0) -> int:
    try:
        return int(given.get(name, otherwise))
    except (TypeError, ValueError):
        return otherwise


def _truth(given: Parameters, name: str) -> bool:
    return str(given.get(name, "")).lower() in ("true", "1", "yes")


def _json(given: Parameters, name: str, kind: type, words: str) -> Any:
    value = given.get(name)
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            raise bad_request(words) from None
    if not isinstance(value, kind):
        raise bad_request(words)
    return value
