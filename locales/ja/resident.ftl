### 住民が見る文。機械翻訳で、まだ人が確認していない（docs/languages.md）。ない文は英語で出る。

web-language-name = 日本語
language-ja = 日本語
    .also = 日本語|japanese|tiếng nhật
language-vi = Tiếng Việt
    .also = tiếng việt|vietnamese|ベトナム語
language-en = English
    .also = english|英語
hello =
    .also = こんにちは|こんばんは|おはよう|おはようございます|もしもし|hello|hi
thanks =
    .also = ありがとう|ありがとうございます|どうも|thanks|thank you
question-to-us =
    .also = 営業時間|受付時間|何時から|担当者|電話番号|住所は
command-guidon =
    .also = 送る|意見を送る|通報したい
command-tracuu =
    .also = 照会|進み具合
command-huy =
    .also = 中止|やめる|キャンセル
command-lui =
    .also = 戻る|前へ
command-trogiup =
    .also = 助けて|ヘルプ
command-ngonngu =
    .also = 言語|言語を変える

place-no-phone = 事務所に掲示の番号
place-no-address = 祖国戦線の事務所
place-no-hours = 執務時間
unit-committee = { $name } ベトナム祖国戦線委員会
step-of = { $n }/{ $m } 番目
greeting =
    こんにちは。ここは{ $unit }がお手紙とご意見を受け付ける所です。
    私は自動の案内役（機械）で、書いて送るお手伝いをします。読んで対応するのは職員です。

    いま危険な人がいれば、すぐお電話ください：
    113 警察 · 114 消防・救助 · 115 救急

    ご自分の言葉でお話しいただくか、下からお選びください。書き間違いは気にしなくて大丈夫です。
greeting-short = こんにちは。ここは{ $unit }がお手紙とご意見を受け付ける所です。私は自動の案内役（機械）です。
introduction =
    こんにちは。私は{ $unit }の自動の案内役（機械）です。読んで対応するのは職員です。
bare-yes =
    .also = はい|ええ|いいです|お願いします|同意|ok|yes
ask-us = 私はお手紙を受け付ける機械なので、職員に代わってお答えできません。ご質問やご面会は { $phone } へお電話いただくか、{ $address }（{ $hours }）へお越しください。お送りになりたい事があれば、ここにそのままお書きください。
tell-us = ここにご自分の言葉でお書きいただくか、下からお選びください。
thanks-reply = ありがとうございます。必要なときはいつでもお書きください。{ $unit }はいつでもお聞きします。
help =
    いつでも入力できます：
    • /guidon – 送る
    • /tracuu – 進み具合を見る
    • /dontoi – 送ったもの
    • /bosung – 文や写真を足す
    • /lui – 一つ戻る · /huy – やめる
    • /dulieu、/xoa、/rutdon – 自分の情報、消去、取り下げ
    • /ngonngu – 言語を変える

    人と話す：{ $phone }、{ $hours }、{ $address }。
    危険なとき：113 · 114 · 115
help-place = { $unit }：{ $phone }、{ $hours }、{ $address }。
not-understood = すみません、よく分かりませんでした。下のボタンを押すか、番号（1、2、3）を入力してください。
call-a-person = 難しければ { $phone }（{ $hours }）へお電話いただくか、{ $address } へお越しください。職員がお手伝いします。
step-is-over = その質問はもう済みました。いまはここです：
question-is-over = その質問はもう済みました。
latest-letter = 最近のもの：{ $line }
nothing-to-go-back-to = これが最初の質問です。
nothing-to-cancel = いま送っているものはありません。
errand-cancelled = やめました。何も変わっていません。
nothing-changed = 何も変わっていません。
command-unknown = その命令はありません。/trogiup で一覧が見られます。
stopped = やめました。いま書かれたものは消し、何も送っていません。必要なときは「こんにちは」とお書きください。
edited-taken = 直されたメッセージのとおりに変えました。
edited-too-late = このメッセージは送信済みのもの、またはどれにも属さないため、直しても変わりません。追加や訂正は /bosung と入力してください。
edited-not-an-answer = 直されたメッセージはこの件の答えではありません。最後に全体を見て「直す」を押せます。
edited-not-understood = 直されたメッセージは使えないため、前の答えのままにします。
error-generic = すみません、最後のメッセージで問題が起きました。封をして保管しており、前の内容も残っています。数分後にもう一度お試しいただくか、{ $phone } へお電話ください。
ask-language = どの言語にしますか。
language-set = これから日本語でご案内します。機械翻訳のため、意味が違うときはベトナム語が優先します。
language-offer = 日本語でもご案内できます。「日本語」と入力してください。お話は残っています。
ask-cancel = いま書かれたものを消しますか、後のために残しますか。まだ何も送っていません。
thrown-away = いま書かれたものを消しました。何も送っていません。
filed-remain = 送信済みのものは残っています。その情報の消去をご希望なら、もう一度 /xoa と入力してください。
kept-for-later = { $days } 日間お預かりします。続けるときは /guidon と入力してください。
ask-resume =
    お帰りなさい。{ $n }/{ $m } 番目まで書かれたものがあります。まだ送っていません。
    { $has_about ->
        [yes] お話の内容：「{ $about }」
       *[no] まだ内容をうかがっていません。
    }
    そのままにすると、下書きは { $days } 日後に消えます。
nudge = 書きかけのものがあります。よろしければ「続ける」を押してください。{ $day } までに送られなければ下書きは消えます。お知らせはこの一度だけです。
draft-expired = 書きかけのものが長く送られなかったため、前にお伝えしたとおり今日消しました。必要なときは /guidon と入力してください。
opt-begin = 送る
opt-track = 照会
opt-help = ヘルプ
opt-supplement = 内容を足す
opt-withdraw = 取り下げる
opt-withdraw-consent = 同意を取り消す
opt-erase = 自分の情報を消す
opt-keep = そのままにする
    .also = 残す|いいえ
opt-skip = 飛ばす
    .also = なし|ありません|分かりません|わからない|skip
opt-throw_away = 下書きを消す
    .also = 消す
opt-keep_for_later = 後で書く
    .also = 残す|後で
opt-go_on = 続ける
opt-begin_anew = はじめから
    .also = やり直す
opt-leave = やめておく
    .also = いいえ|閉じる

## 種類

kind-tell-to_cao-khieu_nai = いちばんのお望みは、悪い事をした人が処分されることですか。それとも、役所があなたについて決めた事を取り消す、正すことですか。
kind-tell-to_cao-kien_nghi_phan_anh = 法に反した人や所が処分されることをお望みですか。それとも、注意され、直ればよいですか。
kind-tell-khieu_nai-kien_nghi_phan_anh = 役所があなたご自身について決めた、断った、または答えない事を、見直してほしいのですか。それとも、皆のためのご意見やお知らせですか。
kind-matter-or-none = 正しく理解できたか分かりません：{ $kind }のをお望みですか。それとも、ただ聞いたり話したりされただけですか。
opt-only_asking = 聞いただけ
    .also = 質問だけ|送らない

menu-guidon = 意見・通報・提案を送る
menu-tracuu = 番号で照会
menu-dontoi = 送ったもの
menu-bosung = 送ったものに足す
menu-trogiup = ヘルプ、職員に会う
menu-ngonngu = 言語を変える
menu-dulieu = 自分の情報、取り下げ、消去
menu-huy = やめる

## 1 同意

consent =
    いま{ $unit }へ書かれています。私たちは受け付け、取り次ぎ、見守ります。決めるのは権限のある機関です。
    { $via }
    私たちの仕組みではお言葉は暗号化され、担当の職員だけが開けます。開くたびに記録されます。

    お送りになる内容を私たちが保管し、扱うことに同意されますか。
consent-via-telegram = メッセージは Telegram を通ります。会社はアカウントを知り、内容を残すこともあり、私たちには止められません。ごく内密の事は { $address } へ直接お越しください。
consent-via-zalo-oa = メッセージは Zalo を通ります。会社はアカウントを知り、内容を残すこともあり、私たちには止められません。ごく内密の事は { $address } へ直接お越しください。
consent-via-zalo-bot = メッセージは Zalo を通ります。会社はアカウントを知り、内容を残すこともあり、私たちには止められません。ごく内密の事は { $address } へ直接お越しください。
consent-via-web = このページは私たちが運営しています。お使いの機器に会話が残りますので、共用の機器では終わったら消してください。ごく内密の事は { $address } へ直接お越しください。
consent-via-terminal = これは試し用の画面です。本当の用件は { $address } へお越しください。
consent-more =
    くわしい説明：
    • 情報を保管する所：{ $unit }、電話 { $phone }。
    • 保管するもの：お話、写真や書類、場所と時、お名前、ご住所、連絡先（いただいた場合）、チャットのアカウント。
    • 目的：受け付け、分類、取り次ぎ、見守り、返答、名前のない集計。
    • 見られる人：担当の職員、取り次いだときは権限のある機関。告発では、告発した人の名前・住所・筆跡を秘密にするよう法が定めています。
    • あなたの権利：情報を見る /dulieu、消去 /xoa、取り下げ /rutdon、同意の取り消し /rutdongy。台帳に載ったもの、取り次いだものは、法が定める部分が残ります。
    • 知っている事だけをお話しください。うそと知りながら告発するのは違法です。確かでない所は「確かでない」とお書きください。
    お返事がなければ同意とはみなしません。同意されなくても大丈夫です。直接お越しいただけます。
consent-hint = 「同意します」か「同意しません」を押してください。
consent-refused = お気持ちを尊重します。いま書かれたものは消しました。{ $address } へお越しいただくか、{ $phone }（{ $hours }）へお電話ください。お気持ちが変わったら「こんにちは」とお書きください。
consent-again = お送りになる内容を私たちが保管し、扱うことに同意されますか。
kept-until-consent = いま送られたものは封をして保管し、誰も見ていません。もう一度送る必要はありません。同意されないとき、または { $hours } 時間お返事がないときは消します。
kept-too = これも同じように封をして保管します。
opt-agree = 同意します
    .also = 同意|はい|ok|yes
opt-disagree = 同意しません
    .also = いいえ|no
opt-more = もっと読む
    .also = くわしく

## 2 何があったか

content =
    お聞かせください：何があり、どうなってほしいですか。数行で十分です。写真や音声でもかまいません。
    例：「5番路地12号前の排水溝が一か月詰まり、雨で水があふれます。掃除に来てください。」
    身分証や口座の番号は書かないでください。
content-again =
    もう一度お書きください（新しい文が前の文に代わります）。
    いまの内容：「{ $text }」
content-short = ありがとうございます。職員によく伝わるよう、もう少しお聞かせください：何があり、どうなってほしいですか。以上なら「以上です」を押してください。
content-with-files = 送られたファイルを保管しました。少し言葉を足してください：何がありましたか。書けなければ「以上です」を押すと、職員がファイルを見ます。
content-hint = 文、音声、写真でお知らせください。ひと言でもかまいません。
opt-enough = 以上です
    .also = 以上|終わり
added-to-story = お話に足しました。
added-to-letter = 足しました：「{ $text }」
story-is-full = 一度に書き留められる長さ（約40ページ）に達したため、いまのお話はまだ足していません。まずここまでを送り、残りは受付番号が出てから足すか、ファイルで送ってください。
pin-kept = 送られた位置を控えました。
pin-dropped = あなたを守るため、告発には地図の位置を残しません。送られた位置は消しました。
contact-kept = 送られた電話番号を控えました。
part-pin = 地図上の場所：{ $at }
part-contact = 送られた連絡先カードの電話番号：{ $phone }
no-id-number = ここに身分証の番号を送らないでください。書き入れません。必要なときは職員が直接拝見します。
files-came = { $n ->
       *[other] ファイルを { $n } 個受け取りました。
    }
emergency-care = あなた、またはお話の方がとてもつらく、命に関わるかもしれないと読みました。今は一人にならず、その方も一人にしないでください。すぐに家族や近所の人を呼び、薬や刃物を遠ざけ、115に電話してください。子どもなら111です。一人で抱えなくて大丈夫です。
emergency =
    いま危険なら、すぐお電話ください：
    113 警察（けんか、脅し、強盗）
    114 消防、救助
    115 救急
    111 子どもの保護

    ここには救助する人はいません。私が代わりに電話することもできません。危険から離れ、近くの人に助けを求めてください。電話のあと、続けて書いていただければ記録します。

## 3 種類

kind-plain-to_cao = 法に反する人を知らせる（告発）
kind-plain-khieu_nai = 自分に関わる国の機関の決定や行為を見直してもらう（不服申し立て）
kind-plain-kien_nghi_phan_anh = 問題を知らせる、提案する（意見）
kind-plain-khac = ほかの事を送る
kind-to_cao = 告発
kind-khieu_nai = 不服申し立て
kind-kien_nghi_phan_anh = 意見
kind-khac = その他
kind-label-kien_nghi_phan_anh = 知らせる・提案
    .also = 意見|提案
kind-label-khieu_nai = 不服申し立て
    .also = 不服
kind-label-to_cao = 告発
kind-proposal = { $kind }のをお望みと理解しました。よろしいですか。
kind-question = { $first }のをお望みと理解しました。ただ確かではありません。{ $second }のをお望みですか。
kind-why = こうお書きになったからです：{ $words }。
kind-warning-to-cao =
    仕返しが心配なら、ここにこれ以上くわしく送らないでください。{ $address }（{ $hours }）へお越しになるか手紙を送り、/huy と入力して消してください。チャットは最初のお知らせで、署名のある告発状に代わるものではありません。
kind-nothing = まだ機関に伝える事が見つかりません。手続きや受付時間は窓口へのお電話が早いです。それでも祖国戦線の職員に見てほしければ「それでも送る」を押してください。
kind-danger = 職員に記録し見守ってほしければ「それでも送る」を押してください。もう少し言葉があると助かります：誰が、何を、どこで。いま危険なら先に 113、114、115 へ。
kind-unheard = 私は機械なので、ファイルを聞いたり見たりして分けることができません。ファイルは職員のために保管します。お選びください：
kind-hint = 下のボタンを押してください。選び間違えても権利は失われません。職員がもう一度見ます。
kind-list =
    どれにいちばん近いですか。
    1. 知らせる、提案する：壊れた道、ごみ、騒音、排水溝の修理…（意見）
    2. 自分に不利な国の機関の決定や行為を見直してほしい：誤った罰金、少ない補償…（不服申し立て）
    3. 誰かが法に反している：金銭の要求、署名の偽造、廃棄物をこっそり捨てる…（告発）
    4. 分かりません。職員に見てほしい。
kind-info-to-cao = 告発として控えました。告発法により、告発した人の名前と住所は秘密です。知っている事だけをお話しください。確かでない所は「確かでない」とお書きください。
kind-info-khieu-nai = 不服申し立てとして控えました。期限はふつう、決定を受け取った日または知った日から 90 日です。ここに送っても、決定した機関への提出の代わりにはなりません。日を逃さないでください。
kind-info-kien-nghi-phan-anh = 意見として控えました。
opt-right = そのとおり
    .also = はい|合っています|ok|yes
opt-other_kind = ほかの種類
    .also = いいえ|違います
opt-unsure = 分かりません
    .also = わからない
opt-insist = それでも送る
    .also = 送る
opt-stop = やめる

## 4 どこで、いつ、誰が

ask-ward =
    どの坊（phường）または社（xã）で起きましたか。名前をお書きください。合併前の名前でもかまいません。
    例：「phường Nghĩa Đô」「旧 Dịch Vọng」。
ask-ward-which = 起きた坊または社をお選びください：
ask-ward-hint = 坊または社の名前をお書きください。分からなければ「飛ばす」を押してください。
ward-not-found = 担当の地域にその名前が見つかりません。もう一度ご確認ください。分からなければ「飛ばす」を押すと、職員が整理します。
ward-elsewhere = お書きの所は今は { $ward } で、私たちの地域ではありません。そちらの祖国戦線のほうが早く対応できます。それでもここへ送るなら「飛ばす」を押してください。職員がご案内します。
ward-left-to-officer = お書きのまま残します。職員が正しい坊・社へ渡すか、ほかの地域ならご案内します。
ask-place =
    くわしくはどこですか。住民組、路地、番地、または見つけやすい所。
    例：「7組 5番路地 12号前」。地図の位置も送れます。
ask-place-to-cao =
    どこで起きましたか。行為のあった所だけお書きください。お住まいは書かなくてかまいません。
    例：「坊の人民委員会の事務所」「7組」。
ask-place-hint = 場所を文でお書きになるか、「飛ばす」を押してください。
ask-place-to-cao-hint = 場所を文でお書きになるか、「飛ばす」を押してください。
ask-place-in-words =
    くわしくはどこですか。住民組、路地、番地、または見つけやすい所。
    例：「7組 5番路地 12号前」。文でお書きください。ここには地図の位置は届きません。
ask-place-in-words-hint = 場所を文でお書きになるか、「飛ばす」を押してください。
ask-when =
    いつ起きましたか。だいたいでかまいません。
    例：「先週の土曜の夜」「3月から」。
ask-when-hint = だいたいの日や月をお書きになるか、「飛ばす」を押してください。
ask-concerned =
    知らせたい人または役所は誰ですか。名前か役職、勤め先。分かるだけお書きください。
    あなただと知られそうなら、なぜ知っているかは書かなくてかまいません。
ask-concerned-hint = 名前、役職、勤め先をお書きください。分からなければ「飛ばす」を押してください。
ask-decision =
    どの決定や行為を見直してほしいですか。どの機関、番号と日付（あれば）、受け取った日。
    例：「坊の10月5日付 罰金第77号、10月8日に受け取った」。書類の写真は後でも送れます。
ask-decision-hint = 覚えているだけ、機関、番号、日付をお書きください。なければ「飛ばす」を押してください。
opt-ongoing = いま起きています
    .also = いま|続いている
opt-today = 今日
opt-forgotten = 覚えていません
    .also = 忘れた

## 5 写真と書類

ask-files =
    写真、動画、録音、書類はありますか。あればここへお送りください（最大 { $files } 個、一つ { $mb } MB まで）。なくても送れます。
    写真やファイルには撮った場所、機器の名前、作った人が入っていることがあります。職員が見る画像からは消し、元のものは証拠として封をします。
ask-files-photos =
    写真や音声はありますか。あればここへお送りください（最大 { $files } 個、一つ { $mb } MB まで）。書類は写真に撮ってください。なくても送れます。
    写真やファイルには撮った場所、機器の名前、作った人が入っていることがあります。職員が見る画像からは消し、元のものは証拠として封をします。
ask-files-more = { $n ->
       *[other] ファイルを { $n } 個受け取りました。
    } さらに送るか、「送り終えた」を押してください。
ask-files-hint = 写真やファイルを送るか、「送り終えた」を押してください。
opt-files_done = 送り終えた
    .also = 終わり|続ける
opt-last_file_away = 最後の一つを外す
file-away = 最後のファイルを外しました。
file-refused = すみません、受け取れないファイルがありました：{ $why } 写真、短い動画、PDF をお試しになるか、{ $address } へお持ちください。前のものは残っています。
file-refused-after = すみません、一緒に送られたファイルの一つを受け取れませんでした：{ $why } 本文は送られています。別のファイルは /bosung で送るか、{ $address } へお持ちください。
file-refused-too-large = ファイルが { $mb } MB を超えているか、開くと大きくなりすぎます。
file-refused-wrong-type = 私たちが読める写真、動画、録音、書類ではありません。
file-refused-broken = ファイルが壊れているか空です。
file-refused-unavailable = 機械がファイルを取れませんでした。
file-refused-infected = ウイルス検査で問題が見つかりました。
file-refused-too-many = 受け取れるのは { $files } 個までです。
review-full-day = 24時間のうちに { $n } 件お送りになったため、この手紙はまだ送れません。何も失われません。手紙とファイルはここにそのまま残ります。{ $at } 以降に「送信」を押してください。お急ぎのときは { $phone }（{ $hours }）へお電話ください。

## 6 誰が送るか、確認

sender-via-telegram = 名前がなくても Telegram はアカウントを知っているので、完全な匿名とは申しません。
sender-via-zalo-oa = 名前がなくても Zalo はアカウントを知っているので、完全な匿名とは申しません。
sender-via-zalo-bot = 名前がなくても Zalo はアカウントを知っているので、完全な匿名とは申しません。
sender-via-web = 名前がなくても通信会社は機器を知っているので、完全な匿名とは申しません。
sender-via-terminal = これは試し用の画面です。
ask-sender-to-cao = どなたのために送りますか。告発した人の名前と住所は、法により秘密です。{ $via }
ask-sender-khieu-nai = どなたのために送りますか。不服申し立ては自分の権利のためなので、法により名前と住所が要ります。{ $via }
ask-sender-kien-nghi-phan-anh = どなたのために送りますか。お名前があれば職員がお尋ねし、お答えできます。{ $via }
ask-sender-khac = どなたのために送りますか。お名前があれば職員がお尋ねし、お答えできます。{ $via }
ask-sender-hint = ボタンを押すか、お名前をお書きください。
opt-self = 自分
    .also = 私
opt-other = ほかの人
opt-group = 何人かで
    .also = みんな
opt-anonymous = 名前なし
    .also = 匿名
anonymous-to-cao =
    名前がないと、告発法第25条により告発の手続きでは扱われず、正式な結果の通知もありません。ただし、誰が何をしたかが明らかで具体的な証拠があれば、受けた機関は調べるか渡さなければなりません。
    対応する職員にお名前は見えません。ただチャットのアカウントは残るので、完全な匿名とは申しません。
anonymous-khieu-nai =
    名前がないと、まだ法による不服申し立てになりません。職員が読み、ここでご案内します。
    対応する職員にお名前は見えません。ただチャットのアカウントは残るので、完全な匿名とは申しません。
anonymous-kien-nghi-phan-anh = 大丈夫です。対応する職員にお名前は見えません。ただチャットのアカウントは残るので、完全な匿名とは申しません。この会話の番号で照会してください。
anonymous-khac = 大丈夫です。対応する職員にお名前は見えません。ただチャットのアカウントは残るので、完全な匿名とは申しません。
ask-relation =
    その方とはどういうご関係ですか。
    例：「娘」「隣人」「5組の組長」。
ask-relation-hint = 少しお書きになるか、「飛ばす」を押してください。
ask-agrees = その方は知っていて、同意していますか。
ask-agrees-hint = ボタンを押してください。
opt-agrees_yes = 同意しています
    .also = はい
opt-agrees_no = まだ聞いていない
opt-agrees_cannot = 聞けません
ask-answers-to = お返事は誰に送りますか。
ask-answers-to-hint = ボタンを押してください。
opt-answers_me = 自分に
opt-answers_them = その方に
opt-answers_both = 両方に
ask-size = 全部で何人で送りますか。数字をお書きください。
ask-size-hint = 2 以上の数字をお書きください。例：12。
ask-representatives = 代表はどなたですか。1～5人のお名前と電話番号。
ask-representatives-hint = 代表のお名前をお書きになるか、「飛ばす」を押してください。
ask-name = お名前は。担当の職員だけが開けます。
ask-name-hint = お名前をお書きになるか、「飛ばす」を押してください。
ask-name-other = 代わりに書かれる方のお名前は。担当の職員だけが開けます。
ask-name-other-hint = お名前をお書きになるか、「飛ばす」を押してください。
ask-address =
    ご住所は。
    例：「Cầu Giấy 坊 5組 12番路地 8号」。
ask-address-hint = ご住所を文でお書きになるか、「飛ばす」を押してください。
ask-contact = 職員からどう連絡すればよいですか。電話番号をお書きになるか、「ここへ連絡」を押してください。電話を共用されているなら、かけてよい時間も。
ask-contact-hint = 番号が正しくないようです（例：0912 345 678）。ご確認いただくか、「ここへ連絡」を押してください。
opt-here = ここへ連絡
    .also = ここ
minor = 18歳未満の方は、親や信頼できる大人と { $address } へ来るか、111（無料、昼夜）へ電話するのがよいです。お言葉は職員に届きます。
review = 全体をお読みください：
review-kind = • 種類：{ $value }
review-topic = • 分野：{ $value }
review-ward = • 坊・社：{ $value }
review-place = • 場所：{ $value }
review-when = • 時：{ $value }
review-concerned = • 関わる人または決定：{ $value }
review-content = • 内容：{ $value }
review-files = • ファイル：{ $value }
review-sender = • 送る人：{ $value }
review-name = • お名前：{ $value }
review-address = • ご住所：{ $value }
review-contact = • 連絡先：{ $value }
review-empty = （空）
review-pin = 地図の位置あり
review-reader-to-cao = 内密の件を担当する職員だけが開けます。職員のグループには名前、内容、ファイルは見えず、番号、種類、日付、進み具合だけが見えます。
review-reader-other = 担当の職員だけが開けます。職員のグループには名前、内容、ファイルは見えず、番号、種類、坊、分野、日付、進み具合だけが見えます。
review-end = 「送信」を押すまで誰にも届きません。「送信」を押すと、知っている事を話したという確認になります。
review-hint = よければ「送信」、直すなら「直す」を押してください。
sender-self = 自分
sender-other = ほかの人（{ $relation }）
sender-group = { $n } 人
sender-anonymous = 名前なし
opt-send = 送信
    .also = はい|送る|ok
opt-edit = 直す
opt-cancel = 取り消し
    .also = 送らない
ask-edit = どの行を直しますか。
ask-edit-hint = 直す行を押すか、「もう直さない」を押してください。
opt-edit_done = もう直さない
line-kind = 種類
line-topic = 分野
line-ward = 坊・社
line-place = 場所
line-when = 時
line-concerned = 人、決定
line-content = 内容
line-files = ファイル
line-sender = 送る人
line-name = お名前
line-address = ご住所
line-contact = 連絡先
ask-topic = どの分野ですか。分からなければ「その他」をお選びください。職員が分けます。
ask-topic-hint = 分野を押してください。分からなければ「その他」。
topic-trat_tu_xay_dung = 建築
topic-dat_dai = 土地、補償
topic-moi_truong = 環境
topic-giao_thong_ha_tang = 道路、設備
topic-dan_chu_co_so = 住民自治
topic-an_ninh_trat_tu = 治安、秩序
topic-chinh_sach_xa_hoi = 福祉
topic-y_te_giao_duc = 医療、教育
topic-can_bo_cong_vu = 職員、公務
topic-tham_nhung_tieu_cuc = 汚職
topic-khac = その他

receipt =
    受け付けました。ありがとうございます。
    照会番号：{ $code }
    ご希望：{ $kind }。
receipt-due = お手紙は{ $unit }にあります。遅くとも { $due } までに、祖国戦線は見た結果をお知らせしなければなりません（{ $article }）。
receipt-due-chat = お手紙は{ $unit }にあります。この段階の祖国戦線の期日：{ $due }（{ $article }）。
receipt-lawful-to-cao = これは最初のお知らせで、まだ法による告発ではありません。告発には署名（または拇印）か、{ $address } での陳述が要ります（{ $hours }、電話 { $phone }）。
receipt-lawful-khieu-nai = これはまだ法による不服申し立てではありません。お名前、ご住所、署名（または拇印）が要ります：{ $address } へお持ちください（{ $hours }、電話 { $phone }）。90 日の期限にご注意ください。
receipt-anonymous = お名前がないので、お返事はこの会話だけに届きます。
receipt-files = ファイル：{ $n }{ $waiting ->
        [0] 。
       *[other] 、うち { $waiting } 個は届く途中です。受け取れないものがあればお知らせします。
    }
receipt-next-lawful = お知らせがあればここに書きます。照会：/tracuu、追加：/bosung、取り下げ：/rutdon。
receipt-next = もう何もする必要はありません。お知らせがあればここに書きます。照会：/tracuu、追加：/bosung、取り下げ：/rutdon。
receipt-voices = { $n ->
       *[other] ほかに { $n } 人
    }もこの事を知らせています。一緒に見守りますか。「一緒に見守る」を押すと、同じ事のほかの知らせに動きがあったときもお伝えします。あなたのものは別に数え、別にお答えします。
opt-follow = 一緒に見守る
follow-begun = これから { $code } を、同じ事を知らせたほかの { $n } 人と一緒に見守ります。動きがあればお知らせします。お互いの名前は表示されません。
follow-already = { $code } はすでにほかの { $n } 人と一緒に見守っています。
follow-nothing = 今は { $code } と一緒に見守れるほかの知らせがありません。あなたのものはいつもどおり見ています。
follow-track = 同じ事を知らせたほかの { $n } 人と一緒に見守っています。
follow-news-forwarded = 一緒に見守っている事（{ $code }）にお知らせです。同じ事のほかの知らせが権限のある機関に取り次がれました。あなたのものは別に見ています。
follow-news-answered = 一緒に見守っている事（{ $code }）にお知らせです。同じ事のほかの知らせに返答がありました。あなたのものは別に見て、別にお答えします。

## 送ったあと

status-submitted = 受付済み、職員の確認待ち
status-registered = 職員が見ています
status-guided = ご案内済み
status-forwarded = 権限のある機関へ取り次ぎ済み
status-archived = 保管済み
status-answered = 返答済み
status-withdrawn = 取り下げ済み
status-reviewed = 職員が確認済み
status-closed = 対応済み
status-received = 受付済み
case-line = { $code } · { $day } · { $status }
own-letters = 送られたもの（新しい順）：
no-letters = このアカウントから送られたものはありません。ほかのアプリから送られたなら、そちらで /lienket と入力してください。
ask-code = 受付の照会番号をお書きになるか、お選びください。
ask-code-hint = 番号は TD で始まり、8 つの文字と数字です。小文字でも、横線がなくてもかまいません。
code-unknown = この番号が見つかりません。一字ずつご確認ください。お忘れなら { $phone } へお電話いただくか、身分証を持って { $address } へお越しください。あなたを守るため、名前や電話番号では探しません。
code-too-many = 違う番号が続きました。一時間ほどしてもう一度お試しいただくか、{ $phone }（{ $hours }）へお電話ください。職員がお探しします。
track-mine =
    番号 { $code }
    ご希望：{ $kind }
    受付：{ $received }
    いま：{ $status }
    ある所：{ $holder }
track-next = 次の期日：{ $due }。
track-guided = { $day }：職員がご案内しました。{ $words }
track-forwarded = { $day }：{ $authority } へ取り次ぎました{ $has_number ->
        [yes] （文書 { $number }）。
       *[no] 。
    }
track-archived = { $day }：保管しました。{ $words }
track-answered = { $day }：返答しました。{ $words }
track-secret = { $day }：{ $status }。内密のため、くわしい事はここに送りません。
track-unsigned = 署名のある書面がまだありません。法による書面にするには、署名（または拇印）のあるものを { $address }（{ $hours }）へお持ちください。
track-files = ファイル：{ $n }。
track-nothing-to-do = もう何もする必要はありません。
track-foreign = 番号 { $code }：{ $status }。ある所：{ $holder }。{ $next }
track-foreign-secret = 番号 { $code }：{ $status }。
ask-which = どれのことですか。
ask-which-hint = 番号を押すか、その数字を入力してください。
ask-which-gone = これはもうここにありません。
not-your-letter = それはこのアカウントから送られたものではありません。ここで扱うには、送ったアカウントで /lienket と入力し、出た言葉を私に送ってください。お困りなら：{ $phone }。
ask-added = 番号 { $code } に足す文、写真、書類を送ってください。
ask-added-more = 番号 { $code }：足したメッセージ { $n } 件、ファイル { $files } 個。さらに送るか、「送り終えた」を押してください。
added = 番号 { $code } に足し、職員に知らせました。ありがとうございます。
data-kept = このアカウントから送られ、保管しているもの：{ $letters }
data-draft = 書きかけが一つ。{ $days } 日使われなければ自動で消えます。
data-rights =
    それぞれに、お話、ファイル、いただいたお名前と連絡先があります。すべて暗号化され、職員が開くたびに記録されます。
    全部の写し、訂正、誰が開いたかは、{ $phone } へお電話いただくか { $address } へお越しください。
ask-withdraw-free = 番号 { $code } を取り下げますか。あなたの権利で、理由は要りません。名前のない集計には残ります。
ask-withdraw-lawful = 番号 { $code } を取り下げますか。不服申し立てや告発は、法により署名した書面が要るので、ここではご希望を控え、職員が面会を調整します。告発に違法のしるしがあれば機関は続けます。誰かに強いられているなら「強いられている」を押してください。
ask-delete = 番号 { $code } の情報を消しますか。職員が、法が許すもの（名前、連絡先、メッセージ）を消します。台帳に載ったもの、取り次いだものは法により残ります。機器のメッセージはご自分で消してください。
ask-consent = 番号 { $code } への同意を取り消しますか。その後、法が求めない扱いはやめます。台帳に載ったもの、取り次いだ部分は残ります。お返事が届かないことがあります。
opt-sure = 確かです
    .also = はい|ok
opt-forced = 強いられている
    .also = 脅されている
asked-withdraw = 番号 { $code } の取り下げのご希望を今日控え、職員に知らせました。ここで確認します。
asked-withdraw-lawful = 番号 { $code } の取り下げのご希望を今日控え、職員に知らせました。{ $address }（{ $hours }）で署名されるまで、取り下げにはなりません。
asked-delete = 番号 { $code } の情報の消去のご希望を今日控え、職員に知らせました。2 執務日以内に、消すものと法により残すものをお知らせします。
asked-consent = 番号 { $code } への同意の取り消しを今日控え、職員に知らせました。2 執務日以内に、やめるものと法により残すものをお知らせします。
asked-already = 番号 { $code } のこのご希望は控えてあり、職員を待っています。
asked-forced = 知らせてくださりありがとうございます。番号 { $code } は取り下げておらず、担当の職員にそっと知らせました。脅されているなら 113 へお電話ください。ほかの人が電話を見るなら、このメッセージを消してください。
link-word =
    アカウントをつなぐ言葉、一度だけ（{ $minutes } 分以内）：
    { $word }
    もう一つのアプリで入力：/lienket { $word }
    誰にも渡さないでください。
link-joined = 二つのアカウントがつながりました。もう一つから送られたものをここで見て、足せます。
link-word-wrong = 言葉が違うか、時間が過ぎました。送ったアカウントで /lienket と入力し、新しいものを取ってください。
request-withdraw = 取り下げ
request-delete = 情報の消去
request-consent = 同意の取り消し
request-data = 情報の閲覧
request-forced = 強いられているというお知らせ
told-request = 番号 { $code }：ご希望（{ $want }）への職員の返答：{ $words }
told-request-secret = 番号 { $code }：ご希望への返答があります。内密のため、くわしい事は送りません。お越しいただくか { $phone } へお電話ください。
told-reopened = 番号 { $code }：職員がもう一度見ています。お知らせがあればここに書きます。
told-guided = 番号 { $code }：職員が読み、ご案内します：{ $words }
told-forwarded = 番号 { $code }：{ $on } に祖国戦線が { $authority } へ取り次ぎました{ $has_number ->
        [yes] 、文書 { $number }。
       *[no] 。
    } その機関は法により見て答えなければなりません。祖国戦線が見守ります。もう何もする必要はありません。
told-archived = 番号 { $code }：祖国戦線が読み、保管しました。理由：{ $words } 違うと思われるとき、新しい事があるときは /bosung と入力してください。
told-answered = 番号 { $code }：返答があります。{ $words } ご納得いただけなければ /bosung と入力してください。職員がもう一度見ます。
told-forwarded-secret = 番号 { $code }：{ $on } に祖国戦線が権限のある機関へ取り次ぎました。あなたを守るため、くわしい事は送りません。お越しいただくか { $phone } へお電話ください。
told-secret = 番号 { $code } にお知らせがあります。あなたを守るため、くわしい事は送りません。お越しいただくか { $phone } へお電話ください。

## 会話、満足度

opt-reply = 返事をする
opt-new_matter = 別の事
courtesy-words =
    .also = ありがとう|ありがとうございます|はい|ok
talkback-put = 💬 お言葉を番号 { $code } に足しました。職員が読みます。別の事なら下を押してください。
talkback-which = どれについてのお言葉ですか。
survey = 番号 { $code } の対応にご満足ですか。一度押すだけです。
survey-again = もう一度だけ：番号 { $code } の対応にご満足ですか。お答えは自由です。
opt-hailong = 😊 満足
    .also = 満足
opt-tamduoc = 😐 ふつう
    .also = ふつう
opt-chuahailong = 🙁 不満
    .also = 不満
survey-nothing = いまお答えいただく質問はありません。
survey-said-already = もうお答えいただきました。ありがとうございます。
survey-thanks-satisfied = ありがとうございます。番号 { $code } を終わります。必要なときはいつでもお書きください。
survey-thanks-partly = お知らせありがとうございます。{ $code } についてまだあれば、お書きください。
survey-why = { $code } にご満足いただけず申し訳ありません。もう一度見るため、理由をお聞かせください：
survey-why-hint = 理由をお書きになるか、「理由なし」を押してください。
opt-no_reason = 理由なし
survey-reopened = 番号 { $code } を再び開いて見直し、お知らせします。番号は同じです。
survey-above = { $code } についてのお言葉を{ $unit }へ送りました。対応を見て、お知らせします。

## ウェブページ

web-name = Tiếng Dân
web-chat-about = { $place } へ意見、通報、不服申し立て、告発を送る。
web-chat-skip = 入力欄へ
web-call = 電話
web-call-label = 職員に電話、{ $phone }
web-more = その他
web-status-link = 番号で照会
web-forget = この機器から消す
web-forget-ask = この会話をこの機器から消しますか。先に照会番号をお控えください。送ったものは祖国戦線が保管し、対応します。
web-no-script = このページには JavaScript が要ります。{ $phone } へお電話いただくか、{ $address }（{ $hours }）へお越しください。
web-log = 会話
web-below = 下を見る
web-write = メッセージを書く…
web-write-label = 祖国戦線へメッセージを書く
web-send = 送信
web-attach = 写真やファイルを送る
web-camera = 写真を撮る
web-pick = 写真、ファイルを選ぶ
web-here = 今の位置を送る
web-no-place = 位置が分かりません。文でご説明ください。
web-speak = 録音
web-speak-send = 録音を送る
web-recording = 録音中
web-no-voice = 録音できません。マイクを許すか、文でお書きください。
web-answers = お選びください
web-bot = 案内役
web-you = あなた
web-copy = コピー
web-copied = コピーしました
web-sending = 送信中
web-kept = まだ送れていません。ここに残り、自動でもう一度送ります。
web-down = 通信が切れました。続けて書けます。つながったら送ります。
web-status-title = 番号で照会
web-status-code = 照会番号
web-status-look = 照会
