"""Everything that the bot may call; what is missing here is not emulated, and says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aiogram import methods as m

from tests.telegram import about, editing, profile, sending, topics
from tests.telegram.forms import Call
from tests.telegram.network import Network

Answer = Callable[[Network, Any], object]

METHODS: dict[type[Call], Answer] = {
    m.GetMe: about.get_me,
    m.GetFile: about.get_file,
    m.GetChat: about.get_chat,
    m.GetChatMember: about.get_chat_member,
    m.LeaveChat: about.leave_chat,
    m.SendMessage: sending.send_message,
    m.SendPhoto: sending.send_photo,
    m.SendMediaGroup: sending.send_media_group,
    m.SendDocument: sending.send_document,
    m.SendVoice: sending.send_voice,
    m.SendVideo: sending.send_video,
    m.SendLocation: sending.send_location,
    m.SendContact: sending.send_contact,
    m.EditMessageText: editing.edit_message_text,
    m.EditMessageCaption: editing.edit_message_caption,
    m.EditMessageReplyMarkup: editing.edit_message_reply_markup,
    m.EditMessageMedia: editing.edit_message_media,
    m.DeleteMessage: editing.delete_message,
    m.SetMessageReaction: editing.set_message_reaction,
    m.AnswerCallbackQuery: editing.answer_callback_query,
    m.SendChatAction: editing.send_chat_action,
    m.CreateForumTopic: topics.create_forum_topic,
    m.EditForumTopic: topics.edit_forum_topic,
    m.CloseForumTopic: topics.close_forum_topic,
    m.ReopenForumTopic: topics.reopen_forum_topic,
    m.DeleteForumTopic: topics.delete_forum_topic,
    m.SetMyCommands: profile.set_my_commands,
    m.GetMyCommands: profile.get_my_commands,
    m.DeleteMyCommands: profile.delete_my_commands,
    m.SetMyDescription: profile.set_my_description,
    m.GetMyDescription: profile.get_my_description,
    m.SetMyShortDescription: profile.set_my_short_description,
    m.GetMyShortDescription: profile.get_my_short_description,
    m.SetMyName: profile.set_my_name,
    m.GetMyName: profile.get_my_name,
    m.SetChatMenuButton: profile.set_chat_menu_button,
    m.GetChatMenuButton: profile.get_chat_menu_button,
}
