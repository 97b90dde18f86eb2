### 주민이 보는 문장. 기계 번역이며 아직 사람이 확인하지 않음 (docs/languages.md); 없는 문장은 영어로.

web-language-name = 한국어
language-ko = 한국어
    .also = 한국어|korean|tiếng hàn|한글
language-vi = Tiếng Việt
    .also = tiếng việt|vietnamese|베트남어
language-en = English
    .also = english|영어
hello =
    .also = 안녕하세요|안녕|여보세요|hello|hi
thanks =
    .also = 감사합니다|고맙습니다|고마워요|감사해요|thanks|thank you
question-to-us =
    .also = 근무 시간|업무 시간|몇 시에|담당자|전화번호|주소가
command-guidon =
    .also = 보내기|민원 보내기|신고할게요|민원
command-tracuu =
    .also = 조회|진행 상황
command-huy =
    .also = 취소|그만
command-lui =
    .also = 뒤로|이전
command-trogiup =
    .also = 도움|도움말
command-ngonngu =
    .also = 언어|언어 변경

place-no-phone = 사무실에 게시된 번호
place-no-address = 조국전선 사무실
place-no-hours = 근무 시간
unit-committee = { $name } 베트남조국전선위원회
step-of = { $n }/{ $m } 단계
greeting =
    안녕하세요. 여기는 { $unit }에서 민원과 의견을 받는 곳입니다.
    저는 자동 도우미(기계)로 작성과 발송을 돕고, 담당 공무원이 읽고 처리합니다.

    지금 위험한 사람이 있으면 바로 전화하세요:
    113 경찰 · 114 소방·구조 · 115 구급

    편하게 말씀하시거나 아래에서 고르세요. 맞춤법은 틀려도 괜찮습니다.
greeting-short = 안녕하세요. 여기는 { $unit }에서 민원과 의견을 받는 곳입니다. 저는 자동 도우미(기계)입니다.
introduction =
    안녕하세요. 저는 { $unit }의 자동 도우미(기계)이며, 담당 공무원이 읽고 처리합니다.
bare-yes =
    .also = 네|예|좋아요|동의|맞아요|ok|yes
ask-us = 저는 민원을 받는 기계라서 담당자를 대신해 답할 수 없습니다. 문의나 면담은 { $phone }로 전화하시거나 { $address }({ $hours })로 오세요. 보내실 일이 있으면 여기에 바로 말씀하세요.
tell-us = 여기에 편하게 말씀하시거나 아래에서 고르세요.
thanks-reply = 감사합니다. 필요하실 때 언제든 써 주세요. { $unit }은(는) 늘 듣겠습니다.
help =
    언제든 입력할 수 있습니다:
    • /guidon – 민원 보내기
    • /tracuu – 진행 상황 보기
    • /dontoi – 내 민원
    • /bosung – 글이나 사진 추가
    • /lui – 한 질문 뒤로 · /huy – 그만두기
    • /dulieu, /xoa, /rutdon – 내 정보, 삭제, 철회
    • /ngonngu – 언어 바꾸기

    사람과 통화: { $phone }, { $hours }, { $address }.
    위험할 때: 113 · 114 · 115
help-place = { $unit }: { $phone }, { $hours }, { $address }.
not-understood = 죄송합니다. 무슨 뜻인지 잘 모르겠습니다. 아래 버튼을 누르거나 번호(1, 2, 3)를 입력해 주세요.
call-a-person = 어려우시면 { $phone }({ $hours })로 전화하시거나 { $address }로 오세요. 담당자가 도와드립니다.
step-is-over = 그 질문은 이미 끝났습니다. 지금은 여기입니다:
question-is-over = 그 질문은 이미 끝났습니다.
latest-letter = 최근 민원: { $line }
nothing-to-go-back-to = 이것이 첫 질문입니다.
nothing-to-cancel = 지금 보내는 중인 것이 없습니다.
errand-cancelled = 그만두었습니다. 바뀐 것은 없습니다.
nothing-changed = 바뀐 것은 없습니다.
command-unknown = 그런 명령은 없습니다. /trogiup 을 입력하면 명령을 볼 수 있습니다.
stopped = 그만두었습니다. 방금 쓰신 것은 지웠고 아무것도 보내지 않았습니다. 필요하시면 "안녕하세요"라고 써 주세요.
edited-taken = 고치신 메시지대로 바꾸었습니다.
edited-too-late = 이 메시지는 이미 보낸 민원의 것이거나 어느 민원에도 속하지 않아 고쳐도 바뀌지 않습니다. 추가·정정은 /bosung 을 입력하세요.
edited-not-an-answer = 고치신 메시지는 이 민원의 답이 아닙니다. 마지막 단계에서 모두 보고 "고치기"를 누르실 수 있습니다.
edited-not-understood = 고치신 메시지를 쓸 수 없어 이전 답을 그대로 둡니다.
error-generic = 죄송합니다. 마지막 메시지를 처리하다 문제가 생겼습니다. 메시지는 봉인되어 보관되고 이전 내용도 그대로입니다. 몇 분 뒤 다시 하시거나 { $phone }로 전화해 주세요.
ask-language = 어떤 언어로 할까요?
language-set = 이제부터 한국어로 쓰겠습니다. 기계 번역이므로 뜻이 다르면 베트남어가 우선합니다.
language-offer = 한국어로도 할 수 있습니다. “한국어”라고 입력하세요. 말씀하신 것은 그대로 있습니다.
ask-cancel = 방금 쓰신 것을 지울까요, 나중을 위해 둘까요? 아직 보내지 않았습니다.
thrown-away = 방금 쓰신 것을 지웠습니다. 보낸 것은 없습니다.
filed-remain = 이미 보내신 민원은 남아 있습니다. 그 정보의 삭제를 요청하려면 /xoa 를 다시 입력하세요.
kept-for-later = { $days }일 동안 보관합니다. 준비되시면 /guidon 을 입력해 이어 가세요.
ask-resume =
    다시 오셨군요. { $n }/{ $m } 단계까지 쓰신 민원이 있습니다. 아직 보내지 않았습니다.
    { $has_about ->
        [yes] 말씀하신 내용: "{ $about }"
       *[no] 아직 내용을 말씀하지 않으셨습니다.
    }
    그대로 두시면 { $days }일 뒤 초안이 삭제됩니다.
nudge = 끝내지 않은 민원이 있습니다. 준비되시면 "계속"을 누르세요. { $day }까지 보내지 않으면 초안이 삭제됩니다. 알림은 이번 한 번뿐입니다.
draft-expired = 끝내지 않은 민원을 오래 보내지 않아 말씀드린 대로 오늘 삭제했습니다. 필요하시면 /guidon 을 입력하세요.
opt-begin = 민원 보내기
opt-track = 조회
opt-help = 도움말
opt-supplement = 내용 추가
opt-withdraw = 민원 철회
opt-withdraw-consent = 동의 철회
opt-erase = 내 정보 삭제
opt-keep = 그대로 두기
    .also = 유지|아니요
opt-skip = 건너뛰기
    .also = 없음|몰라요|모름|skip
opt-throw_away = 초안 삭제
    .also = 삭제
opt-keep_for_later = 나중에 쓰기
    .also = 보관|나중에
opt-go_on = 계속
opt-begin_anew = 새로 시작
    .also = 다시
opt-leave = 그만둘게요
    .also = 아니요|닫기

## 종류

kind-tell-to_cao-khieu_nai = 가장 바라시는 것은 잘못한 사람을 처리하는 것인가요, 아니면 기관이 본인에 대해 내린 결정을 취소·정정하는 것인가요?
kind-tell-to_cao-kien_nghi_phan_anh = 법을 어긴 사람이 처리되기를 바라시나요, 아니면 일깨우고 고쳐지기만 하면 되나요?
kind-tell-khieu_nai-kien_nghi_phan_anh = 기관이 본인에 대해 결정·거부했거나 답하지 않아 다시 살펴 달라는 것인가요? 아니면 모두를 위한 의견이나 알림인가요?
kind-matter-or-none = 제대로 이해했는지 모르겠습니다: { $kind }를 원하시나요, 아니면 그냥 묻거나 말씀하신 것인가요?
opt-only_asking = 그냥 묻는 거예요
    .also = 그냥|질문

menu-guidon = 민원·신고·제안 보내기
menu-tracuu = 번호로 조회
menu-dontoi = 내가 보낸 민원
menu-bosung = 보낸 민원에 추가
menu-trogiup = 도움말, 담당자 만나기
menu-ngonngu = 언어 바꾸기
menu-dulieu = 내 정보, 철회, 삭제
menu-huy = 그만두기

## 1단계: 동의

consent =
    지금 { $unit }에 쓰고 계십니다. 저희는 민원을 받아 전달하고 살피며, 결정은 권한 있는 기관이 합니다.
    { $via }
    저희 시스템에서 말씀은 암호화되고 담당자만 열 수 있으며, 열 때마다 기록됩니다.

    보내시는 내용을 저희가 보관하고 처리하는 데 동의하시나요?
consent-via-telegram = 메시지는 Telegram을 거칩니다. 그 회사는 계정을 알고 내용을 보관할 수도 있으며, 저희가 통제할 수 없습니다. 매우 사적인 일은 { $address }로 직접 오세요.
consent-via-zalo-oa = 메시지는 Zalo를 거칩니다. 그 회사는 계정을 알고 내용을 보관할 수도 있으며, 저희가 통제할 수 없습니다. 매우 사적인 일은 { $address }로 직접 오세요.
consent-via-zalo-bot = 메시지는 Zalo를 거칩니다. 그 회사는 계정을 알고 내용을 보관할 수도 있으며, 저희가 통제할 수 없습니다. 매우 사적인 일은 { $address }로 직접 오세요.
consent-via-web = 이 페이지는 저희가 직접 운영합니다. 쓰시는 기기에 대화가 남으니 함께 쓰는 기기라면 끝난 뒤 지우세요. 매우 사적인 일은 { $address }로 직접 오세요.
consent-via-terminal = 시험용 명령 창입니다. 실제 일은 { $address }로 오세요.
consent-more =
    자세한 안내:
    • 정보를 보관하는 곳: { $unit }, 전화 { $phone }.
    • 보관하는 것: 말씀하신 내용, 사진과 서류, 장소와 때, 이름, 주소, 연락처(주신 경우), 채팅 계정.
    • 목적: 민원의 접수, 분류, 전달, 확인, 답변과 이름 없는 통계.
    • 볼 수 있는 사람: 담당자, 전달된 경우 권한 있는 기관. 고발의 경우 법은 고발인의 이름·주소·필적을 비밀로 하게 합니다.
    • 권리: 내 정보 보기 /dulieu, 삭제 /xoa, 민원 철회 /rutdon, 동의 철회 /rutdongy. 대장에 올랐거나 전달된 민원은 법이 정한 부분이 남습니다.
    • 아는 사실만 말씀해 주세요. 거짓인 줄 알면서 고발하는 것은 위법입니다. 확실하지 않으면 "확실하지 않음"이라고 쓰세요.
    답이 없으면 동의로 보지 않습니다. 동의하지 않아도 괜찮습니다. 직접 오시면 됩니다.
consent-hint = "동의합니다" 또는 "동의하지 않습니다"를 눌러 주세요.
consent-refused = 뜻을 존중합니다. 방금 쓰신 것은 시스템에서 지웠습니다. { $address }로 오시거나 { $phone }({ $hours })로 전화하세요. 마음이 바뀌면 "안녕하세요"라고 써 주세요.
consent-again = 보내시는 내용을 저희가 보관하고 처리하는 데 동의하시나요?
kept-until-consent = 방금 보내신 것은 봉인되어 있고 아무도 보지 않았습니다. 다시 보내지 않으셔도 됩니다. 동의하지 않거나 { $hours }시간 안에 답이 없으면 삭제됩니다.
kept-too = 이것도 마찬가지로 봉인해 둡니다.
opt-agree = 동의합니다
    .also = 동의|네|예|좋아요|ok|yes
opt-disagree = 동의하지 않습니다
    .also = 동의 안 함|아니요|no
opt-more = 더 읽기
    .also = 자세히

## 2단계: 무슨 일

content =
    말씀해 주세요: 무슨 일이 있었고, 어떻게 되기를 바라시나요? 몇 문장이면 되고 사진이나 음성도 괜찮습니다.
    예: "5번 골목 12호 앞 하수구가 한 달째 막혀 비만 오면 잠깁니다. 뚫어 주세요."
    신분증 번호나 계좌 번호는 쓰지 마세요.
content-again =
    내용을 다시 써 주세요(새 글이 이전 글을 대신합니다).
    지금 내용: "{ $text }"
content-short = 감사합니다. 담당자가 잘 알 수 있게 조금 더 말씀해 주세요: 무슨 일이고 무엇을 바라시나요? 이것이 전부면 "이게 전부예요"를 누르세요.
content-with-files = 보내신 파일을 보관했습니다. 몇 마디 더해 주세요: 무슨 일인가요? 쓰기 어려우면 "이게 전부예요"를 누르시면 담당자가 파일을 봅니다.
content-hint = 글, 음성, 사진으로 말씀해 주세요. 몇 마디면 됩니다.
opt-enough = 이게 전부예요
    .also = 전부|끝|없어요
added-to-story = 말씀에 더했습니다.
added-to-letter = 민원에 더했습니다: "{ $text }"
story-is-full = 한 번에 적을 수 있는 길이(약 40쪽)에 이르러 방금 쓰신 말씀은 더하지 못했습니다. 먼저 여기까지 보내시고, 나머지는 번호를 받은 뒤 더하시거나 파일로 보내 주세요.
pin-kept = 보내신 위치를 적어 두었습니다.
pin-dropped = 보호를 위해 고발에는 지도 위치를 남기지 않습니다. 보내신 위치는 지웠습니다.
contact-kept = 보내신 전화번호를 적어 두었습니다.
part-pin = 지도 위의 위치: { $at }
part-contact = 보내신 연락처의 전화번호: { $phone }
no-id-number = 여기에 신분증 번호를 보내지 마세요. 민원에 넣지 않습니다. 필요하면 담당자가 직접 신분증을 봅니다.
files-came = { $n ->
       *[other] 파일 { $n }개를 받았습니다.
    }
emergency-care = 본인이나 말씀하신 분이 무척 힘들고 생명이 위험할 수 있는 것 같습니다. 지금은 혼자 계시지 말고 그분도 혼자 두지 마십시오. 가족이나 이웃을 바로 부르고 약과 날카로운 물건을 치우고 115에 전화하십시오. 어린이라면 111입니다. 혼자 견디지 않으셔도 됩니다.
emergency =
    지금 위험하면 바로 전화하세요:
    113 경찰(싸움, 협박, 강도)
    114 소방, 구조
    115 구급
    111 아동 보호

    여기에는 구조하는 사람이 없고, 제가 대신 전화할 수도 없습니다. 위험한 곳에서 벗어나 가까운 사람에게 도움을 청하세요. 전화한 뒤 이어서 써 주시면 기록하겠습니다.

## 3단계: 일의 종류

kind-plain-to_cao = 법을 어기는 사람을 알리기(고발)
kind-plain-khieu_nai = 나와 관련된 국가기관의 결정이나 행위를 다시 살펴 달라고 하기(이의 신청)
kind-plain-kien_nghi_phan_anh = 문제를 알리거나 제안하기(건의·신고)
kind-plain-khac = 다른 일 보내기
kind-to_cao = 고발
kind-khieu_nai = 이의 신청
kind-kien_nghi_phan_anh = 건의·신고
kind-khac = 기타
kind-label-kien_nghi_phan_anh = 알리기·제안
    .also = 건의|신고|제안
kind-label-khieu_nai = 이의 신청
    .also = 이의
kind-label-to_cao = 고발
kind-proposal = { $kind }를 원하시는 것으로 이해했습니다. 맞나요?
kind-question = { $first }를 원하시는 것으로 이해했습니다. 확실하지 않은데, 혹시 { $second }를 원하시나요?
kind-why = 이렇게 쓰셨기 때문입니다: { $words }.
kind-warning-to-cao =
    보복이 걱정되시면 여기에 더 자세히 보내지 마세요. { $address }({ $hours })로 오시거나 편지를 보내시고, /huy 를 입력해 지우세요. 채팅은 첫 알림일 뿐, 서명한 고발장을 대신하지 못합니다.
kind-nothing = 아직 기관에 전달할 일을 찾지 못했습니다. 절차나 근무 시간은 민원실에 전화하시는 것이 빠릅니다. 그래도 조국전선 담당자가 보기를 원하시면 "그래도 보내기"를 누르세요.
kind-danger = 담당자가 기록하고 살피기를 원하시면 "그래도 보내기"를 누르세요. 몇 마디 더 도움이 됩니다: 누가, 무슨 일, 어디서. 지금 위험하면 먼저 113, 114, 115에 전화하세요.
kind-unheard = 저는 기계라서 파일을 듣거나 보고 종류를 알 수 없습니다. 파일은 담당자를 위해 보관됩니다. 골라 주세요:
kind-hint = 아래 버튼을 눌러 주세요. 잘못 골라도 권리를 잃지 않으며 담당자가 다시 봅니다.
kind-list =
    어느 것에 가장 가까운가요?
    1. 알리거나 제안: 파인 길, 쓰레기, 소음, 하수구 수리… (건의·신고)
    2. 나에게 불리한 국가기관의 결정이나 행위를 다시 봐 달라: 잘못된 벌금, 적은 보상… (이의 신청)
    3. 누가 법을 어긴다: 돈 요구, 서명 위조, 몰래 버린 폐기물… (고발)
    4. 잘 모르겠습니다. 담당자가 봐 주세요.
kind-info-to-cao = 고발로 적었습니다. 고발법에 따라 고발인의 이름과 주소는 비밀입니다. 아는 것만 말씀하시고 확실하지 않으면 "확실하지 않음"이라고 쓰세요.
kind-info-khieu-nai = 이의 신청으로 적었습니다. 기한은 보통 결정을 받거나 안 날부터 90일입니다. 여기에 보내는 것은 결정한 기관에 내는 것을 대신하지 않습니다. 날짜를 놓치지 마세요.
kind-info-kien-nghi-phan-anh = 건의·신고로 적었습니다.
opt-right = 맞아요
    .also = 네|예|맞습니다|ok|yes
opt-other_kind = 다른 종류
    .also = 아니요|아니에요|다른 것
opt-unsure = 잘 모르겠어요
    .also = 모르겠어요|모름
opt-insist = 그래도 보내기
    .also = 보내기
opt-stop = 그만두기

## 4단계: 어디, 언제, 누구

ask-ward =
    어느 동(phường)이나 면(xã)에서 있었나요? 이름을 쓰세요. 합치기 전 이름도 됩니다.
    예: "phường Nghĩa Đô" 또는 "옛 Dịch Vọng".
ask-ward-which = 일이 있었던 동이나 면을 고르세요:
ask-ward-hint = 동이나 면의 이름을 쓰세요. 모르시면 "건너뛰기"를 누르세요.
ward-not-found = 저희 지역에서 그 이름을 찾지 못했습니다. 이름을 다시 보시고, 모르시면 "건너뛰기"를 누르세요. 담당자가 정리합니다.
ward-elsewhere = 쓰신 곳은 지금 { $ward }이며 저희 지역이 아닙니다. 그곳 조국전선이 더 빨리 처리할 수 있습니다. 그래도 여기로 보내시려면 "건너뛰기"를 누르세요. 담당자가 안내합니다.
ward-left-to-officer = 쓰신 그대로 두겠습니다. 담당자가 맞는 동·면에 전하거나, 다른 지역이면 안내합니다.
ask-place =
    정확히 어디인가요? 주민조, 골목, 번지, 또는 찾기 쉬운 곳.
    예: "7조 5번 골목 12호 앞". 지도 위치를 보내셔도 됩니다.
ask-place-to-cao =
    어디서 있었나요? 그 행위가 있었던 곳만 쓰세요. 사시는 곳은 쓰지 않아도 됩니다.
    예: "동 인민위원회 사무실", "7조".
ask-place-hint = 장소를 글로 쓰시거나 "건너뛰기"를 누르세요.
ask-place-to-cao-hint = 장소를 글로 쓰시거나 "건너뛰기"를 누르세요.
ask-place-in-words =
    정확히 어디인가요? 주민조, 골목, 번지, 또는 찾기 쉬운 곳.
    예: "7조 5번 골목 12호 앞". 글로 써 주세요. 여기서는 지도 위치가 오지 않습니다.
ask-place-in-words-hint = 장소를 글로 쓰시거나 "건너뛰기"를 누르세요.
ask-when =
    언제 있었나요? 대략이면 됩니다.
    예: "지난 토요일 저녁", "3월부터".
ask-when-hint = 대략의 날이나 달을 쓰시거나 "건너뛰기"를 누르세요.
ask-concerned =
    알리려는 사람이나 기관은 누구인가요? 이름 또는 직위, 일하는 곳. 아는 만큼 쓰세요.
    본인이 드러날 수 있다면 어떻게 아는지는 쓰지 않아도 됩니다.
ask-concerned-hint = 이름, 직위, 일하는 곳을 쓰세요. 모르시면 "건너뛰기"를 누르세요.
ask-decision =
    어떤 결정이나 행위를 다시 봐야 하나요? 어느 기관, 번호와 날짜(있으면), 받으신 날.
    예: "동의 10월 5일자 벌금 77호, 10월 8일에 받음". 서류 사진은 나중에 보내셔도 됩니다.
ask-decision-hint = 기억나는 대로 기관, 번호, 날짜를 쓰세요. 없으면 "건너뛰기"를 누르세요.
opt-ongoing = 지금도 그래요
    .also = 지금|계속
opt-today = 오늘
opt-forgotten = 기억나지 않아요
    .also = 몰라요

## 5단계: 사진과 서류

ask-files =
    사진, 영상, 녹음, 서류가 있나요? 있으면 여기로 보내세요(최대 { $files }개, 하나에 { $mb } MB까지). 없어도 보내실 수 있습니다.
    사진과 파일에는 찍은 곳, 기기 이름, 만든 사람이 들어 있을 수 있습니다. 담당자가 보는 그림에서는 지우고, 원본은 증거로 봉인합니다.
ask-files-photos =
    사진이나 음성이 있나요? 있으면 여기로 보내세요(최대 { $files }개, 하나에 { $mb } MB까지). 서류는 사진으로 찍어 주세요. 없어도 보내실 수 있습니다.
    사진과 파일에는 찍은 곳, 기기 이름, 만든 사람이 들어 있을 수 있습니다. 담당자가 보는 그림에서는 지우고, 원본은 증거로 봉인합니다.
ask-files-more = { $n ->
       *[other] 파일 { $n }개를 받았습니다.
    } 더 보내시거나 "다 보냈어요"를 누르세요.
ask-files-hint = 사진이나 파일을 보내시거나 "다 보냈어요"를 누르세요.
opt-files_done = 다 보냈어요
    .also = 끝|없어요|계속
opt-last_file_away = 마지막 파일 빼기
file-away = 마지막 파일을 뺐습니다.
file-refused = 죄송합니다. 파일 하나를 받을 수 없습니다: { $why } 사진, 짧은 영상, PDF로 해 보시거나 { $address }로 가져오세요. 이전 것은 모두 보관되어 있습니다.
file-refused-after = 죄송합니다. 민원과 함께 보내신 파일 하나를 받을 수 없습니다: { $why } 민원은 보내졌습니다. /bosung 으로 다른 파일을 보내시거나 { $address }로 가져오세요.
file-refused-too-large = 파일이 { $mb } MB보다 크거나, 열면 지나치게 커집니다.
file-refused-wrong-type = 저희가 읽을 수 있는 사진, 영상, 녹음, 서류가 아닙니다.
file-refused-broken = 파일이 깨졌거나 비어 있습니다.
file-refused-unavailable = 기계가 파일을 가져오지 못했습니다.
file-refused-infected = 바이러스 검사에서 문제가 발견되었습니다.
file-refused-too-many = 파일은 최대 { $files }개까지 받습니다.
review-full-day = 24시간 안에 이미 { $n }건을 보내셔서 이 글은 아직 보낼 수 없습니다. 사라지는 것은 없습니다. 글과 파일은 여기에 그대로 있습니다. { $at } 이후에 "보내기"를 누르시면 됩니다. 급한 일은 { $phone }({ $hours })로 전화해 주십시오.

## 6단계: 누가 보내는지, 확인

sender-via-telegram = 이름이 없어도 Telegram은 계정을 알고 있으므로 완전한 익명이라고 하지 않습니다.
sender-via-zalo-oa = 이름이 없어도 Zalo는 계정을 알고 있으므로 완전한 익명이라고 하지 않습니다.
sender-via-zalo-bot = 이름이 없어도 Zalo는 계정을 알고 있으므로 완전한 익명이라고 하지 않습니다.
sender-via-web = 이름이 없어도 통신사는 기기를 알고 있으므로 완전한 익명이라고 하지 않습니다.
sender-via-terminal = 시험용 창입니다.
ask-sender-to-cao = 누구를 위해 보내시나요? 법은 고발인의 이름과 주소를 비밀로 하게 합니다. { $via }
ask-sender-khieu-nai = 누구를 위해 보내시나요? 이의 신청은 자기 권리에 관한 것이라 법에 이름과 주소가 필요합니다. { $via }
ask-sender-kien-nghi-phan-anh = 누구를 위해 보내시나요? 이름이 있으면 담당자가 묻고 답할 수 있습니다. { $via }
ask-sender-khac = 누구를 위해 보내시나요? 이름이 있으면 담당자가 묻고 답할 수 있습니다. { $via }
ask-sender-hint = 버튼을 누르시거나 성함을 쓰세요.
opt-self = 나 자신
    .also = 나|저
opt-other = 다른 사람
opt-group = 여러 사람
    .also = 우리
opt-anonymous = 이름 없이
    .also = 익명
anonymous-to-cao =
    이름이 없으면 고발법 제25조에 따라 고발 절차로 처리되지 않고 공식 결과 통지도 없습니다. 그러나 누가 무엇을 했는지 분명하고 구체적인 증거가 있으면 받은 기관은 살피거나 넘겨야 합니다.
    처리하는 담당자는 이름을 보지 못합니다. 그러나 채팅 계정은 남아 있으므로 완전한 익명이라고 하지 않습니다.
anonymous-khieu-nai =
    이름이 없으면 아직 법에 따른 이의 신청이 아닙니다. 담당자가 읽고 여기서 안내합니다.
    처리하는 담당자는 이름을 보지 못합니다. 그러나 채팅 계정은 남아 있으므로 완전한 익명이라고 하지 않습니다.
anonymous-kien-nghi-phan-anh = 괜찮습니다. 처리하는 담당자는 이름을 보지 못합니다. 그러나 채팅 계정은 남아 있으므로 완전한 익명이라고 하지 않습니다. 이 대화의 번호로 조회하세요.
anonymous-khac = 괜찮습니다. 처리하는 담당자는 이름을 보지 못합니다. 그러나 채팅 계정은 남아 있으므로 완전한 익명이라고 하지 않습니다.
ask-relation =
    그분과 어떤 사이인가요?
    예: "딸", "이웃", "5조 조장".
ask-relation-hint = 몇 마디 쓰시거나 "건너뛰기"를 누르세요.
ask-agrees = 그분이 알고 동의하셨나요?
ask-agrees-hint = 버튼을 눌러 주세요.
opt-agrees_yes = 네, 동의했어요
    .also = 네|예|동의
opt-agrees_no = 아직 안 물었어요
opt-agrees_cannot = 물을 수 없어요
ask-answers-to = 답은 누가 받나요?
ask-answers-to-hint = 버튼을 눌러 주세요.
opt-answers_me = 나
opt-answers_them = 그분
opt-answers_both = 둘 다
ask-size = 모두 몇 명이 함께 보내시나요? 숫자를 쓰세요.
ask-size-hint = 2 이상의 숫자를 쓰세요. 예: 12.
ask-representatives = 누가 대표인가요? 1~5명의 이름과 전화번호를 쓰세요.
ask-representatives-hint = 대표의 이름을 쓰시거나 "건너뛰기"를 누르세요.
ask-name = 성함이 어떻게 되나요? 담당자만 열 수 있습니다.
ask-name-hint = 성함을 쓰시거나 "건너뛰기"를 누르세요.
ask-name-other = 대신 쓰시는 분의 성함은요? 담당자만 열 수 있습니다.
ask-name-other-hint = 성함을 쓰시거나 "건너뛰기"를 누르세요.
ask-address =
    주소는요?
    예: "Cầu Giấy동 5조 12번 골목 8호".
ask-address-hint = 주소를 글로 쓰시거나 "건너뛰기"를 누르세요.
ask-contact = 담당자가 어떻게 연락할까요? 전화번호를 쓰시거나 "여기로 메시지"를 누르세요. 전화를 함께 쓰시면 걸어도 되는 시간을 적어 주세요.
ask-contact-hint = 번호가 맞지 않는 것 같습니다(예: 0912 345 678). 다시 보시거나 "여기로 메시지"를 누르세요.
opt-here = 여기로 메시지
    .also = 여기
minor = 18세 미만이면 부모나 믿는 어른과 함께 { $address }로 오거나 111(무료, 밤낮)에 전화하는 것이 좋습니다. 말씀은 그래도 담당자에게 전해집니다.
review = 전체를 읽어 주세요:
review-kind = • 종류: { $value }
review-topic = • 분야: { $value }
review-ward = • 동·면: { $value }
review-place = • 장소: { $value }
review-when = • 때: { $value }
review-concerned = • 관련된 사람이나 결정: { $value }
review-content = • 내용: { $value }
review-files = • 파일: { $value }
review-sender = • 보내는 사람: { $value }
review-name = • 성함: { $value }
review-address = • 주소: { $value }
review-contact = • 연락처: { $value }
review-empty = (비어 있음)
review-pin = 지도 위치 포함
review-reader-to-cao = 비밀 업무 담당자만 열 수 있습니다. 업무 그룹은 이름, 내용, 파일을 보지 못하고 번호, 종류, 날짜, 진행만 봅니다.
review-reader-other = 담당자만 열 수 있습니다. 업무 그룹은 이름, 내용, 파일을 보지 못하고 번호, 종류, 동, 분야, 날짜, 진행만 봅니다.
review-end = "보내기"를 누르기 전에는 아무도 받지 않습니다. "보내기"를 누르면 아는 대로 말씀하셨다는 뜻입니다.
review-hint = 맞으면 "보내기", 고치려면 "고치기"를 누르세요.
sender-self = 나 자신
sender-other = 다른 사람({ $relation })
sender-group = { $n }명
sender-anonymous = 이름 없음
opt-send = 보내기
    .also = 네|예|맞아요|ok|확인
opt-edit = 고치기
opt-cancel = 취소
    .also = 안 보내기
ask-edit = 어느 줄을 고칠까요?
ask-edit-hint = 고칠 줄을 누르시거나 "더 고치지 않음"을 누르세요.
opt-edit_done = 더 고치지 않음
line-kind = 종류
line-topic = 분야
line-ward = 동·면
line-place = 장소
line-when = 때
line-concerned = 사람, 결정
line-content = 내용
line-files = 파일
line-sender = 보내는 사람
line-name = 성함
line-address = 주소
line-contact = 연락처
ask-topic = 어떤 분야인가요? 확실하지 않으면 "기타"를 고르세요. 담당자가 나눕니다.
ask-topic-hint = 분야를 눌러 주세요. 확실하지 않으면 "기타".
topic-trat_tu_xay_dung = 건축
topic-dat_dai = 토지, 보상
topic-moi_truong = 환경
topic-giao_thong_ha_tang = 교통, 시설
topic-dan_chu_co_so = 주민 자치
topic-an_ninh_trat_tu = 치안, 질서
topic-chinh_sach_xa_hoi = 복지
topic-y_te_giao_duc = 보건, 교육
topic-can_bo_cong_vu = 공무원, 공무
topic-tham_nhung_tieu_cuc = 부패
topic-khac = 기타

receipt =
    받았습니다. 감사합니다.
    조회 번호: { $code }
    원하시는 일: { $kind }.
receipt-due = 민원은 { $unit }에 있습니다. 늦어도 { $due }까지 조국전선이 살펴본 결과를 알려야 합니다({ $article }).
receipt-due-chat = 민원은 { $unit }에 있습니다. 이 단계의 조국전선 자체 기한: { $due }({ $article }).
receipt-lawful-to-cao = 이 메시지는 첫 알림이며 아직 법에 따른 고발이 아닙니다. 고발이 되려면 서명(또는 지장)을 하거나 { $address }에서 직접 진술하셔야 합니다({ $hours }, 전화 { $phone }).
receipt-lawful-khieu-nai = 이 메시지는 아직 법에 따른 이의 신청이 아닙니다. 성함, 주소, 서명(또는 지장)이 필요합니다: { $address }로 가져오세요({ $hours }, 전화 { $phone }). 90일 기한을 잊지 마세요.
receipt-anonymous = 이름을 쓰지 않으셔서 모든 답은 이 대화로만 옵니다.
receipt-files = 함께 온 파일: { $n }{ $waiting ->
        [0] .
       *[other] , 그중 { $waiting }개는 오는 중입니다. 받을 수 없는 것이 있으면 알려 드립니다.
    }
receipt-next-lawful = 소식이 있으면 여기에 씁니다. 조회: /tracuu, 추가: /bosung, 철회: /rutdon.
receipt-next = 더 하실 일은 없습니다. 소식이 있으면 여기에 씁니다. 조회: /tracuu, 추가: /bosung, 철회: /rutdon.
receipt-voices = { $n ->
       *[other] 다른 { $n }명도
    } 이 일을 알렸습니다. 함께 지켜보시겠습니까? ‘함께 지켜보기’를 누르시면 같은 일의 다른 민원에 소식이 있을 때도 알려 드립니다. 보내신 것은 따로 세고 따로 답합니다.
opt-follow = 함께 지켜보기
follow-begun = 이제 { $code } 건을 같은 일을 알린 다른 { $n }명과 함께 지켜봅니다. 소식이 있으면 알려 드립니다. 서로의 이름은 보이지 않습니다.
follow-already = { $code } 건은 이미 다른 { $n }명과 함께 지켜보고 있습니다.
follow-nothing = 지금은 { $code } 건과 함께 지켜볼 다른 민원이 없습니다. 보내신 것은 그대로 처리합니다.
follow-track = 같은 일을 알린 다른 { $n }명과 함께 지켜보는 중입니다.
follow-news-forwarded = 함께 지켜보시는 일({ $code })에 소식이 있습니다: 같은 일의 다른 민원이 권한 있는 기관에 전달되었습니다. 보내신 것은 따로 살핍니다.
follow-news-answered = 함께 지켜보시는 일({ $code })에 소식이 있습니다: 같은 일의 다른 민원에 답이 나왔습니다. 보내신 것은 따로 살피고 따로 답합니다.

## 보낸 뒤

status-submitted = 접수됨, 담당자 확인 대기
status-registered = 담당자가 살피는 중
status-guided = 안내함
status-forwarded = 권한 있는 기관에 전달함
status-archived = 보관함
status-answered = 답변함
status-withdrawn = 철회됨
status-reviewed = 담당자가 살펴봄
status-closed = 처리됨
status-received = 접수됨
case-line = { $code } · { $day } · { $status }
own-letters = 보내신 민원(최근 순):
no-letters = 이 계정에서 보낸 민원이 없습니다. 다른 앱에서 보내셨다면 그 앱에서 /lienket 을 입력하세요.
ask-code = 접수증의 조회 번호를 쓰시거나 민원을 고르세요.
ask-code-hint = 번호는 TD로 시작하고 글자와 숫자 8개입니다. 소문자도, 줄표가 없어도 됩니다.
code-unknown = 이 번호를 찾을 수 없습니다. 한 글자씩 다시 보세요. 잊으셨으면 { $phone }로 전화하시거나 신분증을 가지고 { $address }로 오세요. 보호를 위해 이름이나 전화번호로는 찾지 않습니다.
code-too-many = 맞지 않는 번호를 여러 번 쓰셨습니다. 한 시간쯤 뒤 다시 하시거나 { $phone }({ $hours })로 전화하시면 담당자가 찾아 드립니다.
track-mine =
    민원 { $code }
    원하시는 일: { $kind }
    접수: { $received }
    지금: { $status }
    있는 곳: { $holder }
track-next = 다음 날짜: { $due }.
track-guided = { $day }: 담당자가 안내했습니다. { $words }
track-forwarded = { $day }: { $authority }에 전달함{ $has_number ->
        [yes] {" "}(문서 { $number }).
       *[no] .
    }
track-archived = { $day }: 보관함. { $words }
track-answered = { $day }: 답변함. { $words }
track-secret = { $day }: { $status }. 비밀을 위해 자세한 내용은 여기로 보내지 않습니다.
track-unsigned = 아직 서명한 문서가 없습니다. 법에 따른 문서가 되려면 서명(또는 지장)한 것을 { $address }({ $hours })로 가져오세요.
track-files = 함께 온 파일: { $n }.
track-nothing-to-do = 더 하실 일은 없습니다.
track-foreign = 민원 { $code }: { $status }. 있는 곳: { $holder }. { $next }
track-foreign-secret = 민원 { $code }: { $status }.
ask-which = 어느 민원인가요?
ask-which-hint = 민원 번호를 누르시거나 그 숫자를 입력하세요.
ask-which-gone = 이 민원은 이제 여기에 없습니다.
not-your-letter = 그 민원은 이 계정에서 보낸 것이 아닙니다. 여기서 다루시려면 보낸 계정에서 /lienket 을 입력하고 받은 말을 저에게 보내세요. 도움: { $phone }.
ask-added = 민원 { $code }에 더할 글, 사진, 서류를 보내세요.
ask-added-more = 민원 { $code }: 더한 메시지 { $n }개, 파일 { $files }개. 더 보내시거나 "다 보냈어요"를 누르세요.
added = 민원 { $code }에 더했고 담당자에게 알렸습니다. 감사합니다.
data-kept = 이 계정에서 보내 저희가 보관하는 민원: { $letters }
data-draft = 끝내지 않은 초안 하나. { $days }일 동안 쓰지 않으면 저절로 삭제됩니다.
data-rights =
    각 민원에는 말씀하신 내용, 파일, 주신 이름과 연락처가 있습니다. 모두 암호화되고 담당자가 열 때마다 기록됩니다.
    전체 사본, 정정, 누가 열었는지는 { $phone }로 전화하시거나 { $address }로 오세요.
ask-withdraw-free = 민원 { $code }를 철회하시겠어요? 권리이므로 이유는 말씀하지 않아도 됩니다. 이름 없는 통계에는 남습니다.
ask-withdraw-lawful = 민원 { $code }를 철회하시겠어요? 이의 신청이나 고발은 법에 따라 서명한 문서가 필요하므로 여기서는 뜻만 적고 담당자가 만날 약속을 잡습니다. 고발에 위법의 징후가 있으면 기관은 계속합니다. 누가 강요한다면 "강요받고 있어요"를 누르세요.
ask-delete = 민원 { $code }의 정보를 삭제하시겠어요? 담당자가 법이 허락하는 것(이름, 연락처, 메시지)을 지웁니다. 대장에 올랐거나 전달된 것은 법에 따라 보관합니다. 기기의 메시지는 직접 지워 주세요.
ask-consent = 민원 { $code }에 대한 동의를 철회하시겠어요? 그때부터 법이 요구하지 않는 처리는 멈춥니다. 대장에 올랐거나 전달된 부분은 보관해야 합니다. 답을 받지 못하실 수 있습니다.
opt-sure = 네, 확실해요
    .also = 네|예|ok
opt-forced = 강요받고 있어요
    .also = 강요|협박
asked-withdraw = 민원 { $code } 철회의 뜻을 오늘 적고 담당자에게 알렸습니다. 여기서 확인해 드립니다.
asked-withdraw-lawful = 민원 { $code } 철회의 뜻을 오늘 적고 담당자에게 알렸습니다. { $address }({ $hours })에서 서명하실 때까지 철회된 것이 아닙니다.
asked-delete = 민원 { $code } 정보 삭제의 뜻을 오늘 적고 담당자에게 알렸습니다. 근무일 2일 안에 지운 것과 법에 따라 남는 것을 알려 드립니다.
asked-consent = 민원 { $code }에 대한 동의 철회를 오늘 적고 담당자에게 알렸습니다. 근무일 2일 안에 멈추는 것과 법에 따라 남는 것을 알려 드립니다.
asked-already = 민원 { $code }에 대한 이 요청은 이미 적혀 있고 담당자를 기다립니다.
asked-forced = 알려 주셔서 감사합니다. 민원 { $code }는 철회하지 않았고 담당자에게 조용히 알렸습니다. 협박을 받으시면 113에 전화하세요. 다른 사람이 휴대전화를 볼 수 있으면 이 메시지를 지우세요.
link-word =
    계정을 잇는 말, 한 번만({ $minutes }분 안에):
    { $word }
    다른 앱에서 입력하세요: /lienket { $word }
    아무에게도 주지 마세요.
link-joined = 두 계정이 이어졌습니다. 이제 다른 계정에서 보낸 민원을 여기서 보고 더할 수 있습니다.
link-word-wrong = 말이 맞지 않거나 시간이 지났습니다. 민원을 보낸 계정에서 /lienket 을 입력해 새로 받으세요.
request-withdraw = 민원 철회
request-delete = 정보 삭제
request-consent = 동의 철회
request-data = 정보 열람
request-forced = 강요받고 있다는 알림
told-request = 민원 { $code }: 요청하신 일({ $want })에 담당자가 답합니다: { $words }
told-request-secret = 민원 { $code }: 요청하신 일에 답이 있습니다. 비밀을 위해 자세한 내용은 보내지 않습니다. 직접 오시거나 { $phone }로 전화하세요.
told-reopened = 민원 { $code }: 담당자가 다시 살피고 있습니다. 소식이 있으면 여기에 씁니다.
told-guided = 민원 { $code }: 담당자가 읽고 안내합니다: { $words }
told-forwarded = 민원 { $code }: { $on } 조국전선이 { $authority }에 전달했습니다{ $has_number ->
        [yes] , 문서 { $number }.
       *[no] .
    } 그 기관은 법에 따라 살피고 답해야 하며, 조국전선이 계속 살핍니다. 더 하실 일은 없습니다.
told-archived = 민원 { $code }: 조국전선이 읽고 보관했습니다. 이유: { $words } 잘못되었다고 보시거나 새 사실이 있으면 /bosung 을 입력하세요.
told-answered = 민원 { $code }: 답이 있습니다. { $words } 동의하지 않으시면 /bosung 을 입력하세요. 담당자가 다시 봅니다.
told-forwarded-secret = 민원 { $code }: { $on } 조국전선이 권한 있는 기관에 전달했습니다. 보호를 위해 자세한 내용은 보내지 않습니다. 직접 오시거나 { $phone }로 전화하세요.
told-secret = 민원 { $code }에 소식이 있습니다. 보호를 위해 자세한 내용은 보내지 않습니다. 직접 오시거나 { $phone }로 전화하세요.

## 대화, 만족도

opt-reply = 답하기
opt-new_matter = 다른 일
courtesy-words =
    .also = 감사합니다|고맙습니다|네|예|ok
talkback-put = 💬 말씀을 민원 { $code }에 더했습니다. 담당자가 봅니다. 다른 일이면 아래를 누르세요.
talkback-which = 어느 민원에 대한 말씀인가요?
survey = 민원 { $code }의 처리에 만족하시나요? 한 번만 누르시면 됩니다.
survey-again = 한 번만 더 여쭙니다: 민원 { $code }의 처리에 만족하시나요? 답하지 않으셔도 됩니다.
opt-hailong = 😊 만족
    .also = 만족
opt-tamduoc = 😐 보통
    .also = 보통
opt-chuahailong = 🙁 불만족
    .also = 불만족
survey-nothing = 지금 답하실 질문이 없습니다.
survey-said-already = 이미 답하셨습니다. 감사합니다.
survey-thanks-satisfied = 감사합니다. 민원 { $code }를 마칩니다. 필요하실 때 언제든 쓰세요.
survey-thanks-partly = 알려 주셔서 감사합니다. { $code }에 대해 더 하실 말씀이 있으면 써 주세요.
survey-why = { $code }에 만족하지 못하셨다니 죄송합니다. 다시 볼 수 있게 이유를 말씀해 주세요:
survey-why-hint = 이유를 쓰시거나 "이유 없음"을 누르세요.
opt-no_reason = 이유 없음
survey-reopened = 민원 { $code }를 다시 열어 살피고 알려 드립니다. 번호는 그대로입니다.
survey-above = { $code }에 대한 말씀을 { $unit }에 보냈습니다. 어떻게 처리되었는지 보고 알려 드립니다.

## 웹 페이지

web-name = Tiếng Dân
web-chat-about = { $place }에 신고, 제안, 이의 신청, 고발을 보내세요.
web-chat-skip = 입력 칸으로
web-call = 전화
web-call-label = 담당자에게 전화, { $phone }
web-more = 더 보기
web-status-link = 번호로 조회
web-forget = 이 기기에서 지우기
web-forget-ask = 이 대화를 이 기기에서 지울까요? 먼저 조회 번호를 적어 두세요. 보내신 민원은 조국전선이 계속 보관하고 처리합니다.
web-no-script = 이 페이지는 JavaScript가 필요합니다. { $phone }로 전화하시거나 { $address }({ $hours })로 오세요.
web-log = 대화
web-below = 아래 더 보기
web-write = 메시지 쓰기…
web-write-label = 조국전선에 메시지 쓰기
web-send = 보내기
web-attach = 사진이나 파일 보내기
web-camera = 사진 찍기
web-pick = 사진, 파일 고르기
web-here = 내 위치 보내기
web-no-place = 위치를 알 수 없습니다. 글로 설명해 주세요.
web-speak = 녹음
web-speak-send = 녹음 보내기
web-recording = 녹음 중
web-no-voice = 녹음할 수 없습니다. 마이크를 허용하시거나 글로 쓰세요.
web-answers = 답을 고르세요
web-bot = 도우미
web-you = 나
web-copy = 복사
web-copied = 복사됨
web-sending = 보내는 중
web-kept = 아직 보내지 못했습니다. 여기에 보관되어 저절로 다시 보냅니다.
web-down = 연결이 끊겼습니다. 계속 쓰세요. 메시지는 보관되었다가 다시 연결되면 보냅니다.
web-status-title = 번호로 조회
web-status-code = 조회 번호
web-status-look = 조회
