### 居民看到的句子。机器翻译，尚无人校对（docs/languages.md）；没有的句子用英文。

web-language-name = 中文
language-zh = 中文
    .also = 中文|汉语|chinese|tiếng trung|tiếng hoa|中文 简体
language-vi = Tiếng Việt
    .also = tiếng việt|vietnamese|越南语
language-en = English
    .also = english|英语
hello =
    .also = 你好|您好|喂|在吗|hello|hi
thanks =
    .also = 谢谢|谢谢你|谢谢您|多谢|感谢|thanks|thank you
question-to-us =
    .also = 上班时间|办公时间|几点开门|人工|电话号码|地址在哪里
command-guidon =
    .also = 写信|发信|我要反映|我要投诉|我要举报
command-tracuu =
    .also = 查询|查进度
command-huy =
    .also = 取消|停止|不写了
command-lui =
    .also = 返回|上一步
command-trogiup =
    .also = 帮助|人工
command-ngonngu =
    .also = 语言|换语言

place-no-phone = 办公室公布的电话
place-no-address = 祖国阵线办公室
place-no-hours = 办公时间
unit-committee = { $name }越南祖国阵线委员会
step-of = 第 { $n }/{ $m } 步
greeting =
    您好。这里是{ $unit }接收来信和意见的地方。
    我是自动助手（机器），帮您填写和发送；由工作人员阅读和处理。

    如果现在有人有危险，请马上拨打：
    113 公安 · 114 消防救援 · 115 急救

    请用您自己的话告诉我们，或在下面选择。写错字没关系。
greeting-short = 您好。这里是{ $unit }接收来信和意见的地方。我是自动助手（机器）。
introduction =
    您好。我是{ $unit }的自动助手（机器）；由工作人员阅读和处理。
bare-yes =
    .also = 是|好|好的|可以|同意|对|ok|yes
ask-us = 我是接收来信的机器，不能代替工作人员回答。要咨询或见工作人员，请拨打 { $phone }，或到 { $address }（{ $hours }）。如果您有事要反映，请直接在这里说。
tell-us = 请直接用您的话说明事情，或在下面选择。
thanks-reply = 谢谢您。有需要随时写给我们，{ $unit }很愿意听您说。
help =
    您随时可以输入：
    • /guidon – 发送来信
    • /tracuu – 查看处理进度
    • /dontoi – 我的来信
    • /bosung – 给来信补充文字或照片
    • /lui – 退回一题 · /huy – 停止
    • /dulieu、/xoa、/rutdon – 我的数据、删除、撤回
    • /ngonngu – 换语言

    与人通话：{ $phone }，{ $hours }，{ $address }。
    危险时：113 · 114 · 115
help-place = { $unit }：{ $phone }，{ $hours }，{ $address }。
not-understood = 抱歉，我不确定您的意思。请点下面的按钮，或输入它的数字（1、2、3）。
call-a-person = 如果觉得难，请拨打 { $phone }（{ $hours }），或到 { $address }，工作人员会帮您。
step-is-over = 那个问题已经答过了。我们现在在这里：
question-is-over = 那个问题已经答过了。
latest-letter = 您最近的来信：{ $line }
nothing-to-go-back-to = 这已经是第一个问题。
nothing-to-cancel = 现在没有正在发送的内容。
errand-cancelled = 已停止，什么都没有改变。
nothing-changed = 什么都没有改变。
command-unknown = 没有这个命令。输入 /trogiup 查看命令。
stopped = 已停止。您刚写的内容已删除，没有发送。需要时请写“你好”。
edited-taken = 已按您修改后的消息更正。
edited-too-late = 这条消息属于已发送的来信，或不属于任何来信，修改不起作用。要补充或更正，请输入 /bosung。
edited-not-an-answer = 您修改的消息不是这封来信的回答。最后一步可以看全部内容，点“修改”。
edited-not-understood = 修改后的消息无法使用，保留您之前的回答。
error-generic = 抱歉，处理您上一条消息时出了问题。消息已加密保存，之前的内容都在。请几分钟后再试，或拨打 { $phone }。
ask-language = 您想用哪种语言？
language-set = 从现在起我用中文。本中文由机器翻译；如有疑问，以越南文为准。
language-offer = 我也可以用中文：请输入“中文”。您说过的都还在。
ask-cancel = 刚写的内容要删除，还是留着以后再写？还没有发送。
thrown-away = 刚写的内容已删除，没有发送。
filed-remain = 已发送的来信仍在。要请求删除其数据，请再输入 /xoa。
kept-for-later = 我为您保留 { $days } 天。准备好后输入 /guidon 继续。
ask-resume =
    欢迎回来。您有一封信写到第 { $n }/{ $m } 步，还没有发送。
    { $has_about ->
        [yes] 您说过：“{ $about }”
       *[no] 您还没有说明事情。
    }
    如果不继续，草稿 { $days } 天后删除。
nudge = 您有一封信还没写完。准备好后请点“继续”。到 { $day } 仍未发送，草稿将被删除。只提醒这一次。
draft-expired = 您未写完的信很久没有发送，已按之前说明于今天删除。需要时请输入 /guidon。
opt-begin = 发送来信
opt-track = 查询进度
opt-help = 帮助
opt-supplement = 补充内容
opt-withdraw = 撤回来信
opt-withdraw-consent = 撤回同意
opt-erase = 删除我的数据
opt-keep = 保留
    .also = 不改|不
opt-skip = 跳过
    .also = 没有|无|不知道|skip|下一步
opt-throw_away = 删除草稿
    .also = 删除
opt-keep_for_later = 以后再写
    .also = 保留|以后
opt-go_on = 继续
opt-begin_anew = 重新开始
    .also = 重来
opt-leave = 算了
    .also = 不了|关闭

## 类别

kind-tell-to_cao-khieu_nai = 您最主要的要求是：处理做错事的人，还是请机关撤销、更正对您作出的决定？
kind-tell-to_cao-kien_nghi_phan_anh = 您是要求处理违法的人，还是只希望提醒、改正这件事？
kind-tell-khieu_nai-kien_nghi_phan_anh = 是机关对您本人作了决定、拒绝了您或没有答复，您请求重新审查吗？还是为大家反映情况、提建议？
kind-matter-or-none = 我不确定是否理解对了：您是想{ $kind }，还是只是问问、说说？
opt-only_asking = 只是问问
    .also = 问问|不发送

menu-guidon = 发送来信、反映、建议
menu-tracuu = 按编号查询
menu-dontoi = 我发过的来信
menu-bosung = 补充已发来信
menu-trogiup = 帮助、见工作人员
menu-ngonngu = 换语言
menu-dulieu = 我的数据、撤回、删除
menu-huy = 停止

## 第一步：同意

consent =
    您正在写给{ $unit }。我们接收、转交并跟进来信；由主管机关作出决定。
    { $via }
    您的话在我们的系统中加密，只有负责的工作人员能打开，每次打开都有记录。

    您同意我们保存并处理您发送的内容吗？
consent-via-telegram = 消息经过 Telegram。该公司知道您的账号，也可能保存内容，我们无法控制。非常私密的事，请亲自到 { $address }。
consent-via-zalo-oa = 消息经过 Zalo。该公司知道您的账号，也可能保存内容，我们无法控制。非常私密的事，请亲自到 { $address }。
consent-via-zalo-bot = 消息经过 Zalo。该公司知道您的账号，也可能保存内容，我们无法控制。非常私密的事，请亲自到 { $address }。
consent-via-web = 这个页面由我们自己运行。您的设备会保存这段对话：共用设备请用完后删除。非常私密的事，请亲自到 { $address }。
consent-via-terminal = 这是用于试验的命令窗口。真实的事情请到 { $address }。
consent-more =
    更多说明：
    • 数据由谁保存：{ $unit }，电话 { $phone }。
    • 保存什么：您的叙述、照片和文件、地点和时间、姓名、地址、联系方式（如果您提供）、聊天账号。
    • 用途：接收、分类、转交、跟进和答复来信，以及不含姓名的统计。
    • 谁能看：负责的工作人员；转交时的主管机关。对于举报，法律要求为举报人的姓名、地址、笔迹保密。
    • 您的权利：查看数据 /dulieu、删除 /xoa、撤回来信 /rutdon、撤回同意 /rutdongy。已登记或转交的来信，法律要求保存的部分会保留。
    • 请只说您知道的事实。明知不实而举报是违法的；不确定的地方请写“不确定”。
    不回答不算同意。不同意也没关系，您可以亲自来。
consent-hint = 请点“同意”或“不同意”。
consent-refused = 我们尊重您的选择。您刚写的内容已从系统删除。您可以到 { $address } 或拨打 { $phone }（{ $hours }）。改变主意时请写“你好”。
consent-again = 您同意我们保存并处理您发送的内容吗？
kept-until-consent = 您刚发的内容已加密保存，没有人看过，不必再发。如果您不同意，或 { $hours } 小时内没有回答，内容将被删除。
kept-too = 这一条也同样加密保存。
opt-agree = 同意
    .also = 我同意|好|好的|可以|是|ok|yes
opt-disagree = 不同意
    .also = 我不同意|不|不要|no
opt-more = 详细说明
    .also = 更多

## 第二步：发生了什么

content =
    请告诉我们：发生了什么？您希望怎么处理？几句话就够，也可以发照片或语音。
    例如：“5 巷 12 号门前的下水道堵了一个月，下雨就淹。请派人疏通。”
    请不要写身份证号或银行账号。
content-again =
    请重新写一遍（新的内容代替旧的）。
    现在的内容：“{ $text }”
content-short = 谢谢。为了让工作人员明白，请再多说一点：发生了什么，您希望怎样？如果就这些，请点“就这些”。
content-with-files = 您发的文件已保存。请加几句话：发生了什么？不方便写就点“就这些”，工作人员会看文件。
content-hint = 请用文字、语音或照片告诉我们，几个字也可以。
opt-enough = 就这些
    .also = 没有了|完了
added-to-story = 已加到您的叙述里。
added-to-letter = 已加到您的来信：“{ $text }”
story-is-full = 已达到一次能记录的长度（约40页），刚才这段话还没有记下。请先寄出这一部分；其余的等有了编号再补充，或以文件发送。
pin-kept = 已记下您发的位置。
pin-dropped = 为了保护您，举报不保留地图位置。您发的位置已去掉。
contact-kept = 已记下您发的电话号码。
part-pin = 地图上的位置：{ $at }
part-contact = 所发名片上的电话号码：{ $phone }
no-id-number = 请不要在这里发身份证号；我不会写进来信。需要时由工作人员当面查看证件。
files-came = { $n ->
       *[other] 收到 { $n } 个文件。
    }
emergency-care = 听起来您或您提到的人非常痛苦，可能有生命危险。现在请不要独自一人，也不要让对方独自一人：马上请家人或邻居过来，把药物和尖锐物品收好，拨打115。如果是孩子，请拨打111。您不必独自承受。
emergency =
    如果现在有危险，请马上拨打：
    113 公安（斗殴、威胁、抢劫）
    114 消防、救援
    115 急救
    111 儿童保护

    这里没有人值班救援，我也不能替您打电话。请离开危险处，请身边的人帮忙。打完电话后再继续写，以便我们记录。

## 第三步：类别

kind-plain-to_cao = 举报有人违法（tố cáo）
kind-plain-khieu_nai = 请国家机关重新审查与您有关的决定或行为（khiếu nại）
kind-plain-kien_nghi_phan_anh = 反映问题或提出建议（kiến nghị, phản ánh）
kind-plain-khac = 发送其他事情
kind-to_cao = 举报
kind-khieu_nai = 申诉
kind-kien_nghi_phan_anh = 反映、建议
kind-khac = 其他
kind-label-kien_nghi_phan_anh = 反映、建议
    .also = 反映|建议
kind-label-khieu_nai = 申诉决定
    .also = 申诉|投诉
kind-label-to_cao = 举报违法
    .also = 举报
kind-proposal = 我理解您想{ $kind }。对吗？
kind-question = 我理解您想{ $first }。但我不确定：或者您想{ $second }？
kind-why = 因为您写了：{ $words }。
kind-warning-to-cao =
    如果您担心被报复，请不要在这里再发细节：请到 { $address }（{ $hours }）或寄信，然后输入 /huy 删除。聊天消息只是初步信息，不能代替有签名的举报信。
kind-nothing = 我还没看到要转给机关的事情。咨询手续、上班时间，打一站式窗口电话更快。如果仍想让祖国阵线工作人员看，请点“仍然发送”。
kind-danger = 如果希望工作人员记录并跟进，请点“仍然发送”。再加几个字更好：谁、什么事、在哪里。现在有危险请先打 113、114、115。
kind-unheard = 我是机器，不能听或看文件来分类。文件已为工作人员保存。请选择：
kind-hint = 请点下面的按钮。选错也不影响您的权利，工作人员会再看。
kind-list =
    您的事情最接近哪一种？
    1. 反映或建议：路坏、垃圾、噪音、请修下水道……（反映、建议）
    2. 请重新审查国家机关对您不利的决定或行为：罚错、补偿太少……（申诉）
    3. 有人违法：索要钱财、伪造签名、偷排废物……（举报）
    4. 我不确定，请工作人员看。
kind-info-to-cao = 已记为举报。按《举报法》，举报人的姓名和地址保密。请只说您知道的；不确定的地方请写“不确定”。
kind-info-khieu-nai = 已记为申诉。时限一般为收到或知道决定之日起 90 天；在这里发送不能代替向作出决定的机关递交。请不要错过日期。
kind-info-kien-nghi-phan-anh = 已记为反映、建议。
opt-right = 对
    .also = 是|对的|没错|好|yes|ok
opt-other_kind = 选其他类别
    .also = 不对|不是|其他
opt-unsure = 我不确定
    .also = 不知道|不清楚
opt-insist = 仍然发送
    .also = 发送
opt-stop = 停止
    .also = 算了

## 第四步：地点、时间、对象

ask-ward =
    事情发生在哪个坊或社？请写名称，合并前的旧名也可以。
    例如：“phường Nghĩa Đô”或“原 Dịch Vọng”。
ask-ward-which = 请选择事情发生的坊或社：
ask-ward-hint = 请写坊或社的名称。不知道就点“跳过”。
ward-not-found = 在我们服务的区域内找不到这个坊或社。请再看看名称；不知道就点“跳过”，由工作人员处理。
ward-elsewhere = 您写的地方现在属于 { $ward }，不在我们区域；那里的祖国阵线处理更快。仍想发到这里，请点“跳过”，工作人员会指引您。
ward-left-to-officer = 我按您写的保留；工作人员会转给正确的坊或社，若在其他地区会指引您。
ask-place =
    具体在哪里？居民组、巷、门牌，或容易找到的地方。
    例如：“7 组 5 巷 12 号门前”。也可以发地图位置。
ask-place-to-cao =
    事情发生在哪里？只写行为的地点，不必写您住哪里。
    例如：“坊人民委员会办公室”、“7 组”。
ask-place-hint = 请用文字写地点，或点“跳过”。
ask-place-to-cao-hint = 请用文字写地点，或点“跳过”。
ask-place-in-words =
    具体在哪里？居民组、巷、门牌，或容易找到的地方。
    例如：“7 组 5 巷 12 号门前”。请用文字写：这里收不到地图位置。
ask-place-in-words-hint = 请用文字写地点，或点“跳过”。
ask-when =
    什么时候发生的？大概也可以。
    例如：“上周六晚上”、“从三月起”。
ask-when-hint = 写个大概的日期或月份，或点“跳过”。
ask-concerned =
    您要反映的人或单位是谁？姓名或职务、工作地点。知道多少写多少。
    如果会暴露您，不必说您怎么知道的。
ask-concerned-hint = 请写姓名、职务或工作地点。不知道就点“跳过”。
ask-decision =
    请求重新审查哪个决定或行为？哪个机关、编号和日期（如有）、您收到的日期。
    例如：“坊 10 月 5 日第 77 号罚款决定，我 10 月 8 日收到”。之后也可以发文件照片。
ask-decision-hint = 请按您记得的写机关、编号、日期。没有就点“跳过”。
opt-ongoing = 正在发生
    .also = 现在|还在
opt-today = 今天
opt-forgotten = 不记得
    .also = 忘了

## 第五步：照片和文件

ask-files =
    有照片、视频、录音或文件吗？请发到这里（最多 { $files } 个，每个不超过 { $mb } MB）。没有也可以发送来信。
    照片和文件可能含有拍摄地点、设备名或作者。给工作人员看的图片会去掉这些；原件作为证据加密保存。
ask-files-photos =
    有照片或语音吗？请发到这里（最多 { $files } 个，每个不超过 { $mb } MB）；文件请拍照。没有也可以发送来信。
    照片和文件可能含有拍摄地点、设备名或作者。给工作人员看的图片会去掉这些；原件作为证据加密保存。
ask-files-more = { $n ->
       *[other] 收到 { $n } 个文件。
    } 继续发，或点“发完了”。
ask-files-hint = 请发照片或文件，或点“发完了”继续。
opt-files_done = 发完了
    .also = 没有了|完了|继续
opt-last_file_away = 去掉最后一个
file-away = 已去掉最后一个文件。
file-refused = 抱歉，有一个文件不能接收：{ $why } 请试照片、短视频或 PDF，或送到 { $address }。之前的都已保存。
file-refused-after = 抱歉，随信的一个文件不能接收：{ $why } 来信本身已发送。输入 /bosung 另发文件，或送到 { $address }。
file-refused-too-large = 文件超过 { $mb } MB，或打开后过大。
file-refused-wrong-type = 这不是我们能读的照片、视频、录音或文件。
file-refused-broken = 文件损坏或是空的。
file-refused-unavailable = 机器取不到这个文件。
file-refused-infected = 杀毒程序发现文件有问题。
file-refused-too-many = 最多只能收 { $files } 个文件。
review-full-day = 24 小时内您已发送 { $n } 封信，所以这封暂时还不能发。什么都不会丢：信和文件都保留在这里。{ $at } 之后点“发送”即可。急事请拨打 { $phone }（{ $hours }）。

## 第六步：谁发送、检查

sender-via-telegram = Telegram 仍知道您用的账号，所以我们不说“不留姓名”是完全匿名。
sender-via-zalo-oa = Zalo 仍知道您用的账号，所以我们不说“不留姓名”是完全匿名。
sender-via-zalo-bot = Zalo 仍知道您用的账号，所以我们不说“不留姓名”是完全匿名。
sender-via-web = 您的网络公司仍知道您用的设备，所以我们不说“不留姓名”是完全匿名。
sender-via-terminal = 这是试验窗口。
ask-sender-to-cao = 您为谁发送？法律要求为举报人的姓名和地址保密。{ $via }
ask-sender-khieu-nai = 您为谁发送？申诉是为自己的权利，所以法律要求姓名和地址。{ $via }
ask-sender-kien-nghi-phan-anh = 您为谁发送？留下姓名，工作人员才能问您、答复您。{ $via }
ask-sender-khac = 您为谁发送？留下姓名，工作人员才能问您、答复您。{ $via }
ask-sender-hint = 请点按钮，或写您的姓名。
opt-self = 为我自己
    .also = 我|自己
opt-other = 为别人
    .also = 别人
opt-group = 为多人
    .also = 大家|很多人
opt-anonymous = 不留姓名
    .also = 匿名
anonymous-to-cao =
    不留姓名，按《举报法》第 25 条，不按举报程序处理，也没有正式的结果通知。但如果清楚说明谁、什么事并有具体证据，收到的机关仍须查看或转交。
    处理的工作人员看不到您的姓名。但您的聊天账号仍在，所以我们不说这是完全匿名。
anonymous-khieu-nai =
    不留姓名还不是法律上的申诉；工作人员仍会阅读并在这里指引您。
    处理的工作人员看不到您的姓名。但您的聊天账号仍在，所以我们不说这是完全匿名。
anonymous-kien-nghi-phan-anh = 可以。处理的工作人员看不到您的姓名。但您的聊天账号仍在，所以我们不说这是完全匿名。请用本对话中的编号查询。
anonymous-khac = 可以。处理的工作人员看不到您的姓名。但您的聊天账号仍在，所以我们不说这是完全匿名。
ask-relation =
    您与那个人是什么关系？
    例如：“女儿”、“邻居”、“5 组组长”。
ask-relation-hint = 请写几个字，或点“跳过”。
ask-agrees = 那个人知道并同意您发送吗？
ask-agrees-hint = 请点按钮。
opt-agrees_yes = 同意了
    .also = 是|同意
opt-agrees_no = 还没问
opt-agrees_cannot = 没法问
ask-answers-to = 答复给谁？
ask-answers-to-hint = 请点按钮。
opt-answers_me = 给我
opt-answers_them = 给那个人
opt-answers_both = 两人都给
ask-size = 一共有多少人一起发？请写数字。
ask-size-hint = 请写 2 以上的数字，例如 12。
ask-representatives = 谁代表大家？请写 1 至 5 人的姓名和电话。
ask-representatives-hint = 请写代表的姓名，或点“跳过”。
ask-name = 您的姓名是？只有负责的工作人员能打开。
ask-name-hint = 请写姓名，或点“跳过”。
ask-name-other = 您代写的那个人的姓名是？只有负责的工作人员能打开。
ask-name-other-hint = 请写姓名，或点“跳过”。
ask-address =
    地址是？
    例如：“Cầu Giấy 坊 5 组 12 巷 8 号”。
ask-address-hint = 请用文字写地址，或点“跳过”。
ask-contact = 工作人员怎么联系您？请写电话，或点“在这里留言”。如果手机与别人共用，请注明方便接听的时间。
ask-contact-hint = 这个号码好像不对（例如 0912 345 678）。请再看看，或点“在这里留言”。
opt-here = 在这里留言
    .also = 这里
minor = 如果您未满 18 岁：最好和父母或信任的大人一起到 { $address }，或拨打 111（免费，日夜）。您的话仍会送到工作人员手中。
review = 请把整封信看一遍：
review-kind = • 类别：{ $value }
review-topic = • 领域：{ $value }
review-ward = • 坊、社：{ $value }
review-place = • 地点：{ $value }
review-when = • 时间：{ $value }
review-concerned = • 有关的人或决定：{ $value }
review-content = • 内容：{ $value }
review-files = • 文件：{ $value }
review-sender = • 发送人：{ $value }
review-name = • 姓名：{ $value }
review-address = • 地址：{ $value }
review-contact = • 联系方式：{ $value }
review-empty = （空）
review-pin = 附地图位置
review-reader-to-cao = 只有负责保密事务的工作人员能打开。工作群看不到姓名、内容、文件：只有编号、类别、日期和进度。
review-reader-other = 只有负责的工作人员能打开。工作群看不到姓名、内容、文件：只有编号、类别、坊、领域、日期和进度。
review-end = 在您点“发送”之前，没有人会收到。点“发送”即表示您说的是您所知道的。
review-hint = 对就点“发送”，要改就点“修改”。
sender-self = 为自己
sender-other = 为别人（{ $relation }）
sender-group = { $n } 人一起
sender-anonymous = 不留姓名
opt-send = 发送
    .also = 好|是|对|ok|确认
opt-edit = 修改
opt-cancel = 取消
    .also = 不发送
ask-edit = 您要修改哪一行？
ask-edit-hint = 请点要修改的行，或点“不改了”。
opt-edit_done = 不改了
line-kind = 类别
line-topic = 领域
line-ward = 坊、社
line-place = 地点
line-when = 时间
line-concerned = 人、决定
line-content = 内容
line-files = 文件
line-sender = 发送人
line-name = 姓名
line-address = 地址
line-contact = 联系方式
ask-topic = 属于哪方面？不确定就选“其他”，由工作人员分类。
ask-topic-hint = 请点一个领域。不确定就选“其他”。
topic-trat_tu_xay_dung = 建筑秩序
topic-dat_dai = 土地、补偿
topic-moi_truong = 环境
topic-giao_thong_ha_tang = 交通、基础设施
topic-dan_chu_co_so = 基层民主
topic-an_ninh_trat_tu = 治安秩序
topic-chinh_sach_xa_hoi = 社会政策
topic-y_te_giao_duc = 卫生、教育
topic-can_bo_cong_vu = 干部、公务
topic-tham_nhung_tieu_cuc = 贪污、腐败
topic-khac = 其他

receipt =
    已收到。谢谢您。
    查询编号：{ $code }
    您想：{ $kind }。
receipt-due = 您的来信在{ $unit }。最迟 { $due }，祖国阵线须告知您审看的结果（{ $article }）。
receipt-due-chat = 您的来信在{ $unit }。祖国阵线自定的日期：{ $due }（{ $article }）。
receipt-lawful-to-cao = 这条消息是初步信息，还不是法律上的举报。要成为举报，需要您签名（或按手印），或亲自到 { $address } 陈述，{ $hours }，电话 { $phone }。
receipt-lawful-khieu-nai = 这条消息还不是法律上的申诉。需要您的姓名、地址和签名（或手印）：请送到 { $address }，{ $hours }，电话 { $phone }。请记住 90 天的时限。
receipt-anonymous = 您没有留姓名：所有答复只在这个对话里。
receipt-files = 附件：{ $n }{ $waiting ->
        [0] 。
       *[other] ，其中 { $waiting } 个还在传送；如有不能接收的会告诉您。
    }
receipt-next-lawful = 有消息会写在这里。查询：/tracuu；补充：/bosung；撤回：/rutdon。
receipt-next = 您不用再做什么。有消息会写在这里。查询：/tracuu；补充：/bosung；撤回：/rutdon。
receipt-voices = { $n ->
       *[other] 另有 { $n } 人
    }也反映了这件事。要一起跟进吗？点“一起跟进”，同一件事的其他来信有消息时也会告诉您。您的来信仍单独计算、单独答复。
opt-follow = 一起跟进
follow-begun = 从现在起，{ $code } 与另外 { $n } 人反映的同一件事一起跟进。有消息会写给您。他们看不到您的名字，您也看不到他们的名字。
follow-already = { $code } 已与另外 { $n } 人一起跟进。
follow-nothing = 目前没有可与 { $code } 一起跟进的其他来信。您的来信照常处理。
follow-track = 正与另外 { $n } 人一起跟进这件事。
follow-news-forwarded = 您一起跟进的事（{ $code }）有新消息：另一封反映同一件事的来信已转主管机关。您的来信仍单独处理。
follow-news-answered = 您一起跟进的事（{ $code }）有新消息：另一封反映同一件事的来信已得到答复。您的来信仍单独处理和答复。

## 发送以后

status-submitted = 已收到，等工作人员查看
status-registered = 工作人员正在查看
status-guided = 已给出指引
status-forwarded = 已转主管机关
status-archived = 已存档
status-answered = 已答复
status-withdrawn = 已撤回
status-reviewed = 工作人员已查看
status-closed = 已处理
status-received = 已收到
case-line = { $code } · { $day } · { $status }
own-letters = 您的来信（最新在前）：
no-letters = 这个账号没有发过来信。如果从其他应用发过，请在那里输入 /lienket。
ask-code = 请写收据上的查询编号，或选择您的来信。
ask-code-hint = 编号以 TD 开头，有 8 个字母和数字。小写、少横线都可以。
code-unknown = 找不到这个编号。请逐字再看。忘记编号请拨打 { $phone } 或带证件到 { $address }。为了保护您，不按姓名或电话查询。
code-too-many = 您试了几个不对的编号。请约一小时后再试，或拨打 { $phone }（{ $hours }），工作人员帮您查。
track-mine =
    来信 { $code }
    您想：{ $kind }
    收到：{ $received }
    现在：{ $status }
    在：{ $holder }
track-next = 下一个日期：{ $due }。
track-guided = { $day }：工作人员给了您指引。{ $words }
track-forwarded = { $day }：已转 { $authority }{ $has_number ->
        [yes] （公文 { $number }）。
       *[no] 。
    }
track-archived = { $day }：已存档。{ $words }
track-answered = { $day }：已答复。{ $words }
track-secret = { $day }：{ $status }。为保密，这里不发细节。
track-unsigned = 还没有签名的信：要成为法律上的信，请带有您签名（或手印）的信到 { $address }（{ $hours }）。
track-files = 附件：{ $n }。
track-nothing-to-do = 您不用再做什么。
track-foreign = 来信 { $code }：{ $status }。在：{ $holder }。{ $next }
track-foreign-secret = 来信 { $code }：{ $status }。
ask-which = 您指哪一封？
ask-which-hint = 请点来信的编号，或输入它的数字。
ask-which-gone = 这封信已不在这里。
not-your-letter = 那封信不是从这个账号发的。要在这里处理，请在发信的账号输入 /lienket，再把得到的词发给我。求助：{ $phone }。
ask-added = 请发要加到来信 { $code } 的文字、照片或文件。
ask-added-more = 来信 { $code }：已加消息 { $n } 条，文件 { $files } 个。继续发，或点“发完了”。
added = 已加到来信 { $code }，并告诉了工作人员。谢谢。
data-kept = 我们保存的、从这个账号发的来信：{ $letters }
data-draft = 一封未写完的草稿。{ $days } 天不用会自动删除。
data-rights =
    每封来信有您的叙述、文件、以及您提供的姓名和联系方式；全部加密，工作人员每次打开都有记录。
    要看完整副本、更正、或知道谁打开过：请拨打 { $phone } 或到 { $address }。
ask-withdraw-free = 您要撤回来信 { $code } 吗？这是您的权利，不必说原因。来信仍计入不含姓名的统计。
ask-withdraw-lawful = 您要撤回来信 { $code } 吗？申诉或举报的撤回法律要求签字，所以这里只记下您的愿望，请工作人员约见。举报如有违法迹象，机关仍会继续。如果有人逼您，请点“我被逼迫”。
ask-delete = 您要删除来信 { $code } 的数据吗？工作人员会删除法律允许删除的部分（姓名、联系方式、消息）。已登记或转交的，登记和档案依法保存。请自己删除您设备上的消息。
ask-consent = 您要撤回对来信 { $code } 的同意吗？此后法律不要求的部分我们停止处理；已登记或转交的部分仍须保存。您可能收不到答复。
opt-sure = 我确定
    .also = 是|确定|好|ok
opt-forced = 我被逼迫
    .also = 被逼|被威胁
asked-withdraw = 今天记下了您撤回来信 { $code } 的愿望，已告诉工作人员，会在这里确认。
asked-withdraw-lawful = 今天记下了您撤回来信 { $code } 的愿望，已告诉工作人员。在您到 { $address }（{ $hours }）签字之前，来信还没有撤回。
asked-delete = 今天记下了您删除来信 { $code } 数据的愿望，已告诉工作人员。2 个工作日内会确认哪些删除、哪些依法保留。
asked-consent = 今天记下了您撤回对来信 { $code } 的同意，已告诉工作人员。2 个工作日内会确认哪些停止、哪些依法保留。
asked-already = 关于来信 { $code } 的这个请求已记录，正等工作人员。
asked-forced = 谢谢您告诉我们。我们没有撤回来信 { $code }，并已悄悄告诉负责的工作人员。如受威胁，请拨打 113。如果别人会看您的手机，请删除这条消息。
link-word =
    连接账号用的词，只用一次（{ $minutes } 分钟内）：
    { $word }
    在另一个应用里输入：/lienket { $word }
    请不要把这个词给任何人。
link-joined = 两个账号已连接。现在您可以在这里看到并补充另一个账号发的来信。
link-word-wrong = 这个词不对或已过期。请在发信的账号输入 /lienket 取新的。
request-withdraw = 撤回来信
request-delete = 删除您的数据
request-consent = 撤回您的同意
request-data = 查看您的数据
request-forced = 告知您被逼迫
told-request = 来信 { $code }：您请求{ $want }；工作人员答复：{ $words }
told-request-secret = 来信 { $code }：您的请求有了答复。为保密，这里不发细节；请亲自来或拨打 { $phone }。
told-reopened = 来信 { $code }：工作人员正在重新查看。有消息会写在这里。
told-guided = 来信 { $code }：工作人员已读，并给您指引：{ $words }
told-forwarded = 来信 { $code }：{ $on } 祖国阵线已转给 { $authority }{ $has_number ->
        [yes] ，公文 { $number }。
       *[no] 。
    } 该机关须依法审看和答复；祖国阵线继续跟进。您不用再做什么。
told-archived = 来信 { $code }：祖国阵线已读并存档，原因：{ $words } 如果您认为不对或有新情况，请输入 /bosung。
told-answered = 来信 { $code }：有答复。{ $words } 如果不同意，请输入 /bosung，工作人员会再看。
told-forwarded-secret = 来信 { $code }：{ $on } 祖国阵线已转给主管机关。为了保护您，这里不发细节；请亲自来问或拨打 { $phone }。
told-secret = 来信 { $code } 有消息。为了保护您，这里不发细节；请亲自来或拨打 { $phone }。

## 交谈、满意度

opt-reply = 回答
opt-new_matter = 别的事
courtesy-words =
    .also = 谢谢|好|好的|收到|ok
talkback-put = 💬 您的话已加到来信 { $code }，工作人员会看。如果说的是别的事，请点下面。
talkback-which = 您说的是哪封来信？
survey = 您对来信 { $code } 的处理满意吗？点一下就行。
survey-again = 再问一次：您对来信 { $code } 的处理满意吗？可以不回答。
opt-hailong = 😊 满意
    .also = 满意
opt-tamduoc = 😐 一般
    .also = 一般
opt-chuahailong = 🙁 不满意
    .also = 不满意
survey-nothing = 现在没有要您回答的问题。
survey-said-already = 您已经回答过了。谢谢。
survey-thanks-satisfied = 谢谢。来信 { $code } 已结束；有需要随时写。
survey-thanks-partly = 谢谢您告诉我们。关于 { $code } 还有要说的，请写。
survey-why = 很抱歉 { $code } 没让您满意。请说说原因，我们再看：
survey-why-hint = 请写原因，或点“没有原因”。
opt-no_reason = 没有原因
survey-reopened = 来信 { $code } 重新打开，我们会再看并告诉您。编号不变。
survey-above = 您对 { $code } 的意见已送到{ $unit }，会看处理得怎样，并告诉您。

## 网页

web-name = Tiếng Dân
web-chat-about = 向{ $place }反映情况、提建议、申诉或举报。
web-chat-skip = 到输入框
web-call = 打电话
web-call-label = 打电话给工作人员，{ $phone }
web-more = 更多
web-status-link = 按编号查询
web-forget = 从本机删除
web-forget-ask = 从本机删除这段对话吗？请先记下查询编号。已发送的来信仍由祖国阵线保存和处理。
web-no-script = 本页需要 JavaScript。您可以拨打 { $phone }，或到 { $address }（{ $hours }）。
web-log = 对话
web-below = 往下看
web-write = 写消息…
web-write-label = 给祖国阵线写消息
web-send = 发送
web-attach = 发照片或文件
web-camera = 拍照
web-pick = 选择照片、文件
web-here = 发我的位置
web-no-place = 取不到位置。请用文字说明。
web-speak = 录音
web-speak-send = 发送录音
web-recording = 正在录音
web-no-voice = 不能录音。请允许麦克风，或用文字。
web-answers = 请选择
web-bot = 助手
web-you = 您
web-copy = 复制
web-copied = 已复制
web-sending = 正在发送
web-kept = 还没发出。已保存在这里，会自动重发。
web-down = 网络断了。您继续写：消息会保存，恢复后发送。
web-status-title = 按编号查询
web-status-code = 查询编号
web-status-look = 查询
