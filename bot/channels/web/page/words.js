// What the page itself says; what the desk says arrives in the visitor's language already.

const TABLE = {
  zh_CN: {
    online: "在线",
    connecting: "连接中…",
    away: "网络已断开，正在重连。消息会保留，恢复后自动发出。",
    write: "请输入消息",
    writePhone: "请输入手机号",
    writeOrChoose: "点选上面的选项，或直接输入",
    writeOrPicture: "可以拍照发给我们",
    send: "发送",
    addPictures: "添加照片或文件",
    remove: "移除这张照片",
    picture: "照片",
    saveFile: "保存文件",
    openPicture: "查看大图",
    lostPicture: "照片没有加载出来，点击重试",
    dropHere: "松开鼠标，添加照片或文件",
    close: "关闭",
    menu: "更多",
    tickets: "我的工单",
    help: "帮助",
    otherLanguage: "English",
    copyLink: "复制我的专属链接",
    copied: "链接已复制。它相当于您的钥匙，请不要转发给别人。",
    yourLink: "这是您的专属链接，请不要转发给别人：",
    hello: "您好，有什么可以帮您？",
    helloMore: "直接告诉我们哪里不好用，也可以发照片。",
    start: "开始",
    byCode: "（扫码进入）",
    log: "聊天记录",
    you: "您说：",
    desk: "客服：",
    typing: "对方正在输入",
    newest: "回到最新消息",
    choices: "可选的回答",
    actions: "可以做的事",
    updated: "已更新",
    waiting: "等待发送",
    noted: "已送达",
    handled: "已处理",
    failed: "没有发出",
    again: "重新发送",
    edit: "修改",
    discard: "删除",
    tooLong: "最多 {most} 个字。内容还在输入框里，请删减后再发。",
    tooLarge: "“{name}”太大了，单个文件最多 {most} MB。",
    notKept: "“{name}”不是照片、录音、视频或文档，没有添加。",
    tooMany: "一次最多 {most} 张照片。",
    pictureLost: "照片还没有传完，页面就关闭了。请再发一次。",
    today: "今天",
    yesterday: "昨天",
    step: "第 {now} 步 · 共 {all} 步",
    goOn: "继续",
    tryAgain: "重试",
    roles: {
      technician: "服务技师", dispatcher: "调度", supervisor: "主管", manager: "经理",
      customer: "顾客", sales_clerk: "销售", store_keeper: "仓管", finance: "财务", quality: "质量", production: "生产", research: "研发",
    },
    says: { start: "你好", tickets: "状态", help: "帮助", otherLanguage: "English" },
  },
  en: {
    online: "Online",
    connecting: "Connecting…",
    away: "You are offline. Messages are kept and sent as soon as the connection is back.",
    write: "Write a message",
    writePhone: "Your phone number",
    writeOrChoose: "Choose above, or write",
    writeOrPicture: "You can send photos",
    send: "Send",
    addPictures: "Add photos or files",
    remove: "Remove this photo",
    picture: "Photo",
    saveFile: "Save the file",
    openPicture: "Open the photo",
    lostPicture: "The photo did not load. Press to try again.",
    dropHere: "Drop photos or files here",
    close: "Close",
    menu: "More",
    tickets: "My tickets",
    help: "Help",
    otherLanguage: "中文",
    copyLink: "Copy my personal link",
    copied: "Copied. The link is your key: please keep it to yourself.",
    yourLink: "Your personal link; please keep it to yourself:",
    hello: "Hello, how can we help?",
    helloMore: "Just tell us what is wrong; photos help.",
    start: "Start",
    byCode: "(came by a code)",
    log: "Conversation",
    you: "You said:",
    desk: "Service desk:",
    typing: "An answer is being written",
    newest: "To the newest message",
    choices: "Possible answers",
    actions: "What you can do",
    updated: "Updated",
    waiting: "Waiting to be sent",
    noted: "Received",
    handled: "Handled",
    failed: "Not sent",
    again: "Send again",
    edit: "Edit",
    discard: "Delete",
    tooLong: "At most {most} characters. Your text is still in the box; please shorten it.",
    tooLarge: "“{name}” is too large: at most {most} MB for one file.",
    notKept: "“{name}” is no photo, recording, video or document and was not added.",
    tooMany: "At most {most} photos at a time.",
    pictureLost: "The page was closed before the photo was sent. Please send it again.",
    today: "Today",
    yesterday: "Yesterday",
    step: "Step {now} of {all}",
    goOn: "Continue",
    tryAgain: "Try again",
    roles: {
      technician: "Technician", dispatcher: "Dispatcher", supervisor: "Supervisor", manager: "Manager",
      customer: "Customer", sales_clerk: "Sales", store_keeper: "Store", finance: "Finance", quality: "Quality", production: "Production", research: "Research",
    },
    says: { start: "Hello", tickets: "status", help: "help", otherLanguage: "中文" },
  },
};

let language = "zh_CN";

export function speak(code) {
  language = Object.hasOwn(TABLE, code) ? code : "zh_CN";
  document.documentElement.lang = locale();
}

export const spoken = () => language;
export const other = () => (language === "en" ? "zh_CN" : "en");
export const locale = () => language.replace("_", "-");
export const role = (name) => (Object.hasOwn(TABLE[language].roles, name) ? TABLE[language].roles[name] : name);
export const says = (name) => TABLE[language].says[name];

export function words(name, values = {}) {
  return TABLE[language][name].replace(/\{(\w+)\}/g, (_, value) => values[value]);
}

/** Put the words into everything that names them. */
export function label(root = document) {
  for (const element of root.querySelectorAll("[data-words]")) element.textContent = words(element.dataset.words);
  for (const element of root.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", words(element.dataset.label));
    if (element.matches("button")) element.title = words(element.dataset.label);
  }
  for (const element of root.querySelectorAll("[data-placeholder]")) {
    element.placeholder = words(element.dataset.placeholder);
  }
}
