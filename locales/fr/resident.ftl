### Phrases que lisent les habitants. Traduites par machine, pas encore relues par une personne
### (docs/languages.md) ; ce qui manque est dit en anglais. Après `.also`, une apostrophe est une espace.

web-language-name = Français
language-fr = Français
    .also = français|francais|french|en français|tiếng pháp
language-vi = Tiếng Việt
    .also = tiếng việt|vietnamese|vietnamien
language-en = English
    .also = english|anglais
hello =
    .also = bonjour|bonsoir|salut|allo|hello|hi
thanks =
    .also = merci|merci beaucoup|merci bien|thanks|thank you
question-to-us =
    .also = horaires|heures d ouverture|à quelle heure|parler à quelqu un|numéro de téléphone|adresse
command-guidon =
    .also = envoyer une lettre|écrire une lettre|signaler un problème|je veux signaler
command-tracuu =
    .also = suivi|suivre ma lettre|où en est ma lettre
command-huy =
    .also = annuler|arrêter|stop
command-lui =
    .also = retour|en arrière
command-trogiup =
    .also = aide|parler à une personne
command-ngonngu =
    .also = langue|changer de langue

place-no-phone = le numéro affiché au bureau
place-no-address = le bureau du Front
place-no-hours = heures de bureau
unit-committee = Comité du Front de la Patrie de { $name }
step-of = Étape { $n }/{ $m }
greeting =
    Bonjour. Ici { $unit } reçoit les lettres et les avis.
    Je suis un assistant automatique (une machine). Je vous aide à écrire et à envoyer ; des personnes, nos agents, lisent et traitent.

    Si quelqu'un est en danger maintenant, appelez :
    113 Police · 114 Pompiers et secours · 115 Ambulance

    Dites-le avec vos mots, ou choisissez ci-dessous. Les fautes ne font rien.
greeting-short = Bonjour. Ici { $unit } reçoit les lettres et les avis. Je suis un assistant automatique (une machine).
introduction =
    Bonjour. Je suis l'assistant automatique (une machine) de { $unit } ; des personnes, nos agents, lisent et traitent.
bare-yes =
    .also = oui|ok|d accord|c est ça|exact|yes
ask-us = Je suis une machine qui reçoit les lettres, je ne peux pas répondre à la place des agents. Pour demander ou rencontrer quelqu'un, appelez { $phone } ou venez à { $address } ({ $hours }). Si vous avez une affaire à envoyer, dites-la ici.
tell-us = Dites votre affaire ici avec vos mots, ou choisissez ci-dessous.
thanks-reply = Merci. Écrivez quand vous avez besoin ; { $unit } vous écoute toujours.
help =
    Vous pouvez écrire à tout moment :
    • /guidon – envoyer une lettre
    • /tracuu – voir où en est une lettre
    • /dontoi – mes lettres
    • /bosung – ajouter des mots ou des photos
    • /lui – une question en arrière · /huy – arrêter
    • /dulieu, /xoa, /rutdon – mes données, effacer, retirer
    • /ngonngu – changer de langue

    Parler à une personne : { $phone }, { $hours }, à { $address }.
    Danger : 113 · 114 · 115
help-place = { $unit } : { $phone }, { $hours }, { $address }.
not-understood = Pardon, je ne suis pas sûr de comprendre. Appuyez sur un bouton ci-dessous ou écrivez son numéro (1, 2, 3).
call-a-person = Si c'est difficile, appelez { $phone } ({ $hours }) ou venez à { $address }. Un agent vous aidera.
step-is-over = Cette question est déjà passée. Nous en sommes ici :
question-is-over = Cette question est déjà passée.
latest-letter = Votre dernière lettre : { $line }
nothing-to-go-back-to = C'est déjà la première question.
nothing-to-cancel = Rien n'est en cours d'envoi.
errand-cancelled = C'est arrêté. Rien n'a changé.
nothing-changed = Rien n'a changé.
command-unknown = Cette commande n'existe pas. Écrivez /trogiup pour voir les commandes.
stopped = Arrêté. Ce que vous venez d'écrire est effacé, rien n'a été envoyé. Au besoin, écrivez « Bonjour ».
edited-taken = J'ai changé selon votre message corrigé.
edited-too-late = Ce message appartient à une lettre déjà envoyée, ou à aucune : le corriger ne change rien. Pour ajouter ou corriger, écrivez /bosung.
edited-not-an-answer = Le message corrigé n'est pas une réponse de cette lettre. À la dernière étape vous pouvez tout voir et appuyer sur « Modifier ».
edited-not-understood = Je n'ai pas pu utiliser le message corrigé ; je garde votre réponse d'avant.
error-generic = Pardon, quelque chose s'est mal passé avec votre dernier message. Il est gardé sous scellé et le reste est toujours là. Réessayez dans quelques minutes ou appelez { $phone }.
ask-language = Quelle langue voulez-vous ?
language-set = J'écris désormais en français. Cette traduction est faite par machine ; en cas de doute, le vietnamien fait foi.
language-offer = Je peux aussi continuer en français : écrivez « Français ». Rien de ce que vous avez dit n'est perdu.
ask-cancel = Faut-il effacer ce que vous venez d'écrire, ou le garder pour plus tard ? Rien n'a été envoyé.
thrown-away = Ce que vous venez d'écrire est effacé. Rien n'a été envoyé.
filed-remain = Les lettres déjà envoyées sont toujours là. Pour demander d'effacer leurs données, écrivez encore /xoa.
kept-for-later = Je le garde { $days } jours. Quand vous serez prêt, écrivez /guidon pour continuer.
ask-resume =
    Vous revoilà. Vous écriviez une lettre, arrêtée à l'étape { $n }/{ $m }. Rien n'a été envoyé.
    { $has_about ->
        [yes] Vous nous avez dit : « { $about } »
       *[no] Vous n'avez pas encore dit l'affaire.
    }
    Si vous la laissez, ce brouillon est effacé après { $days } jours.
nudge = Vous avez une lettre inachevée. Quand vous serez prêt, appuyez sur « Continuer ». Si elle n'est pas envoyée d'ici le { $day }, ce brouillon est effacé. Je ne le rappelle qu'une fois.
draft-expired = Votre lettre inachevée n'a pas été envoyée depuis longtemps ; elle a été effacée aujourd'hui, comme annoncé. Au besoin, écrivez /guidon.
opt-begin = Envoyer une lettre
opt-track = Suivre
opt-help = Aide
opt-supplement = Ajouter
opt-withdraw = Retirer la lettre
opt-withdraw-consent = Retirer mon accord
opt-erase = Effacer mes données
opt-keep = Garder
    .also = laisser|non
opt-skip = Passer
    .also = rien|aucun|je ne sais pas|non|skip
opt-throw_away = Effacer
opt-keep_for_later = Garder pour après
    .also = garder|plus tard
opt-go_on = Continuer
opt-begin_anew = Recommencer
opt-leave = Laisser tomber
    .also = non|fermer

## Le genre

kind-tell-to_cao-khieu_nai = Que voulez-vous surtout : que quelqu'un réponde de sa faute, ou qu'un service annule ou corrige ce qu'il a décidé pour vous ?
kind-tell-to_cao-kien_nghi_phan_anh = Quelqu'un doit-il répondre d'une infraction, ou souhaitez-vous seulement qu'on rappelle à l'ordre et qu'on répare ?
kind-tell-khieu_nai-kien_nghi_phan_anh = Un service a-t-il décidé, refusé ou pas répondu pour vous-même, et doit-il revoir cela ? Ou est-ce un avis, une nouvelle pour le bien de tous ?
kind-matter-or-none = Je ne suis pas sûr d'avoir compris : voulez-vous { $kind }, ou seulement demander ou dire quelque chose ?
opt-only_asking = Seulement demander
    .also = seulement une question|ne pas envoyer

menu-guidon = Envoyer une lettre, un avis
menu-tracuu = Chercher par code
menu-dontoi = Mes lettres envoyées
menu-bosung = Ajouter à une lettre
menu-trogiup = Aide, voir une personne
menu-ngonngu = Changer de langue
menu-dulieu = Mes données, retirer, effacer
menu-huy = Arrêter

## 1 : l'accord

consent =
    Vous écrivez à { $unit }. Nous recevons, transmettons et suivons les lettres ; c'est l'autorité compétente qui décide.
    { $via }
    Dans notre système vos mots sont chiffrés ; seuls les agents chargés peuvent les ouvrir, et chaque ouverture est notée.

    Acceptez-vous que nous gardions et traitions ce que vous envoyez ?
consent-via-telegram = Les messages passent par Telegram. Cette société connaît votre compte et peut garder le contenu ; nous n'y pouvons rien. Pour une affaire très privée, venez à { $address }.
consent-via-zalo-oa = Les messages passent par Zalo. Cette société connaît votre compte et peut garder le contenu ; nous n'y pouvons rien. Pour une affaire très privée, venez à { $address }.
consent-via-zalo-bot = Les messages passent par Zalo. Cette société connaît votre compte et peut garder le contenu ; nous n'y pouvons rien. Pour une affaire très privée, venez à { $address }.
consent-via-web = Nous tenons cette page nous-mêmes. Votre appareil garde la conversation : sur un appareil partagé, effacez-la à la fin. Pour une affaire très privée, venez à { $address }.
consent-via-terminal = C'est une fenêtre d'essai. Pour une vraie affaire, venez à { $address }.
consent-more =
    Plus de détails :
    • Qui garde les données : { $unit }, téléphone { $phone }.
    • Ce que nous gardons : votre récit, photos et papiers, le lieu et le moment, nom, adresse, contact (si vous les donnez), votre compte.
    • Pourquoi : recevoir, trier, transmettre, suivre et répondre, et compter sans noms.
    • Qui peut voir : les agents chargés ; l'autorité compétente quand une lettre est transmise. Pour une dénonciation, la loi veut que le nom, l'adresse et l'écriture de son auteur restent secrets.
    • Vos droits : voir vos données /dulieu, effacer /xoa, retirer la lettre /rutdon, retirer l'accord /rutdongy. Une lettre enregistrée ou transmise garde ce que la loi impose.
    • Ne dites que ce que vous savez. Dénoncer en sachant que c'est faux est contraire à la loi ; dans le doute, dites « pas sûr ».
    Le silence ne vaut pas accord. Vous pouvez ne pas accepter et venir en personne.
consent-hint = Appuyez sur « J'accepte » ou « Je n'accepte pas ».
consent-refused = Nous respectons votre choix. Ce que vous venez d'écrire est effacé de notre système. Vous pouvez venir à { $address } ou appeler { $phone } ({ $hours }). Si vous changez d'avis, écrivez « Bonjour ».
consent-again = Acceptez-vous que nous gardions et traitions ce que vous envoyez ?
kept-until-consent = Ce que vous venez d'envoyer est gardé sous scellé, personne ne l'a vu ; inutile de le renvoyer. Si vous n'acceptez pas, ou sans réponse dans les { $hours } heures, ce sera effacé.
kept-too = Je garde cela aussi, sous scellé comme le reste.
opt-agree = J'accepte
    .also = oui|accepter|d accord|ok|yes
opt-disagree = Je n'accepte pas
    .also = non|refuser|no
opt-more = Lire plus
    .also = plus|détails

## 2 : ce qui s'est passé

content =
    Racontez : que s'est-il passé, et que souhaitez-vous ? Quelques phrases suffisent ; photos et messages vocaux sont les bienvenus.
    Par exemple : « L'égout devant le 12, ruelle 5, est bouché depuis un mois, tout s'inonde quand il pleut. Merci d'envoyer quelqu'un. »
    N'écrivez pas de numéro d'identité ni de compte.
content-again =
    Racontez de nouveau (les nouveaux mots remplacent les anciens).
    Ce que vous avez : « { $text } »
content-short = Merci. Pour que l'agent comprenne bien, dites-en un peu plus : que s'est-il passé, que souhaitez-vous ? Si c'est tout, appuyez sur « C'est tout ».
content-with-files = J'ai gardé le fichier. Ajoutez quelques mots : que s'est-il passé ? Si vous ne pouvez pas écrire, appuyez sur « C'est tout » et l'agent verra le fichier.
content-hint = Dites-le par écrit, par la voix ou avec une photo. Quelques mots suffisent.
opt-enough = C'est tout
    .also = c est tout|fini|rien d autre
added-to-story = Je l'ai ajouté à votre récit.
added-to-letter = Je l'ai ajouté à votre lettre : « { $text } »
story-is-full = C'est aussi long que ce que je peux noter en une fois (environ 40 pages) ; ce que vous venez d'écrire n'a donc pas été ajouté. Envoyez d'abord cette partie ; ajoutez le reste une fois le code reçu, ou envoyez-le en fichier.
pin-kept = J'ai noté le lieu envoyé.
pin-dropped = Pour vous protéger, je ne garde aucun lieu de carte avec une dénonciation. Le lieu envoyé est effacé.
contact-kept = J'ai noté le numéro envoyé.
part-pin = Lieu sur la carte : { $at }
part-contact = Numéro de la carte de contact envoyée : { $phone }
no-id-number = N'envoyez pas de numéro d'identité ici ; je ne le mets pas dans la lettre. Au besoin, un agent verra le papier.
files-came = { $n ->
        [one] { $n } fichier reçu.
       *[other] { $n } fichiers reçus.
    }
emergency-care = On dirait que vous, ou la personne dont vous parlez, souffrez beaucoup et que sa vie peut être en danger. Ne restez pas seul maintenant, et ne la laissez pas seule : appelez tout de suite un proche ou un voisin, éloignez médicaments et objets tranchants, appelez le 115. Pour un enfant, le 111. Vous n'avez pas à porter cela seul.
emergency =
    S'IL Y A DANGER MAINTENANT, APPELEZ :
    113 Police (bagarre, menaces, vol)
    114 Pompiers, secours
    115 Ambulance
    111 Protection des enfants

    PERSONNE n'est de garde ici pour vous secourir, et je ne peux pas appeler pour vous. Éloignez-vous du danger et demandez de l'aide autour de vous. Après l'appel, continuez d'écrire pour que nous notions l'affaire.

## 3 : le genre de l'affaire

kind-plain-to_cao = signaler quelqu'un qui enfreint la loi (une dénonciation)
kind-plain-khieu_nai = faire revoir par un service de l'État sa décision ou son acte qui vous touche (une réclamation)
kind-plain-kien_nghi_phan_anh = signaler un problème ou proposer (un avis)
kind-plain-khac = envoyer une autre affaire
kind-to_cao = Dénonciation
kind-khieu_nai = Réclamation
kind-kien_nghi_phan_anh = Avis, proposition
kind-khac = Autre
kind-label-kien_nghi_phan_anh = Signaler, proposer
    .also = signaler|proposer|avis
kind-label-khieu_nai = Réclamation
    .also = réclamer
kind-label-to_cao = Dénonciation
    .also = dénoncer
kind-proposal = Je comprends que vous voulez { $kind }. Est-ce bien cela ?
kind-question = Je comprends que vous voulez { $first }. Mais je ne suis pas sûr : ou voulez-vous { $second } ?
kind-why = Je le crois parce que vous avez écrit : { $words }.
kind-warning-to-cao =
    Si vous craignez une vengeance, n'envoyez pas plus de détails ici : venez à { $address } ({ $hours }) ou envoyez une lettre, puis écrivez /huy pour effacer. Un message est une première information ; il ne remplace pas une lettre signée.
kind-nothing = Je ne vois pas encore d'affaire à transmettre. Pour les démarches et les horaires, le guichet répond plus vite au téléphone. Si vous voulez quand même qu'un agent du Front lise, appuyez sur « Envoyer quand même ».
kind-danger = Si vous voulez que les agents notent et suivent cela, appuyez sur « Envoyer quand même ». Quelques mots de plus aident : qui, quoi, où. En danger maintenant, appelez d'abord 113, 114 ou 115.
kind-unheard = Je suis une machine : je ne peux ni écouter ni regarder les fichiers pour trier. Le fichier est gardé pour l'agent. Choisissez :
kind-hint = Appuyez sur un bouton. Un mauvais choix ne vous ôte aucun droit ; un agent regardera.
kind-list =
    Laquelle est la plus proche de votre affaire ?
    1. Signaler ou proposer : route abîmée, déchets, bruit, égout à réparer… (avis)
    2. Faire revoir une décision ou un acte d'un service de l'État qui vous nuit : amende à tort, indemnité trop faible… (réclamation)
    3. Quelqu'un enfreint la loi : demande d'argent, fausse signature, déchets jetés en secret… (dénonciation)
    4. Je ne suis pas sûr, un agent verra.
kind-info-to-cao = Noté comme dénonciation. Selon la loi, le nom et l'adresse de qui dénonce sont secrets. Ne dites que ce que vous savez ; dans le doute, dites « pas sûr ».
kind-info-khieu-nai = Noté comme réclamation. Le délai est en général de 90 jours depuis que vous avez reçu ou connu la décision ; l'envoyer ici NE remplace PAS le dépôt auprès du service qui a décidé. Ne manquez pas la date.
kind-info-kien-nghi-phan-anh = Noté comme avis ou proposition.
opt-right = C'est cela
    .also = oui|c est ça|exact|ok|yes
opt-other_kind = Un autre genre
    .also = non|autre
opt-unsure = Je ne suis pas sûr
    .also = pas sûr|je ne sais pas
opt-insist = Envoyer quand même
    .also = envoyer
opt-stop = Arrêter

## 4 : où, quand, qui

ask-ward =
    Dans quel quartier (phường) ou quelle commune (xã) ? Écrivez le nom ; l'ancien nom convient aussi.
    Par exemple : « phường Nghĩa Đô » ou « l'ancien Dịch Vọng ».
ask-ward-which = Choisissez le quartier ou la commune :
ask-ward-hint = Écrivez le nom du quartier ou de la commune. Sinon, appuyez sur « Passer ».
ward-not-found = Je ne trouve pas ce nom dans notre secteur. Vérifiez-le ; sinon appuyez sur « Passer », un agent triera.
ward-elsewhere = Ce lieu est maintenant { $ward }, hors de notre secteur ; le Front de là-bas agira plus vite. Pour envoyer ici quand même, appuyez sur « Passer » et un agent vous guidera.
ward-left-to-officer = Je garde le nom tel quel ; un agent le passera au bon endroit, ou vous guidera.
ask-place =
    Où exactement ? Le groupe d'habitants, la ruelle, le numéro, ou un lieu facile à trouver.
    Par exemple : « devant le 12, ruelle 5, groupe 7 ». Vous pouvez aussi envoyer un lieu de carte.
ask-place-to-cao =
    Où cela s'est-il passé ? N'écrivez que le lieu de l'acte ; pas besoin de dire où vous habitez.
    Par exemple : « le bureau du comité populaire », « groupe 7 ».
ask-place-hint = Écrivez le lieu avec des mots, ou appuyez sur « Passer ».
ask-place-to-cao-hint = Écrivez le lieu avec des mots, ou appuyez sur « Passer ».
ask-place-in-words =
    Où exactement ? Le groupe d'habitants, la ruelle, le numéro, ou un lieu facile à trouver.
    Par exemple : « devant le 12, ruelle 5, groupe 7 ». Écrivez-le : un lieu de carte n'arrive pas ici.
ask-place-in-words-hint = Écrivez le lieu avec des mots, ou appuyez sur « Passer ».
ask-when =
    Quand ? À peu près suffit.
    Par exemple : « samedi soir », « depuis mars ».
ask-when-hint = Un jour ou un mois à peu près, ou appuyez sur « Passer ».
ask-concerned =
    Quelle personne ou quel service voulez-vous signaler ? Nom ou fonction, lieu de travail. Ce que vous savez.
    Inutile de dire comment vous le savez, si cela peut vous trahir.
ask-concerned-hint = Écrivez un nom, une fonction ou un lieu de travail. Sinon, appuyez sur « Passer ».
ask-decision =
    Quelle décision ou quel acte faut-il revoir ? De quel service, numéro et date (s'il y en a), et le jour où vous l'avez reçu.
    Par exemple : « Amende n° 77 du 5 octobre, quartier, reçue le 8 octobre ». Une photo du papier peut suivre.
ask-decision-hint = Écrivez le service, le numéro et la date dont vous vous souvenez. Sinon, appuyez sur « Passer ».
opt-ongoing = En ce moment
    .also = maintenant|toujours
opt-today = Aujourd'hui
    .also = aujourd hui
opt-forgotten = Je ne sais plus
    .also = oublié

## 5 : photos et papiers

ask-files =
    Avez-vous des photos, vidéos, sons ou papiers ? Envoyez-les ici (au plus { $files } fichiers de moins de { $mb } Mo). Vous pouvez aussi envoyer la lettre sans rien.
    Photos et fichiers peuvent contenir le lieu, le nom de l'appareil ou de l'auteur. Nous l'ôtons des images que voient les agents ; l'original est scellé comme preuve.
ask-files-photos =
    Avez-vous des photos ou des messages vocaux ? Envoyez-les ici (au plus { $files } fichiers de moins de { $mb } Mo) ; photographiez les papiers. Vous pouvez aussi envoyer la lettre sans rien.
    Photos et fichiers peuvent contenir le lieu, le nom de l'appareil ou de l'auteur. Nous l'ôtons des images que voient les agents ; l'original est scellé comme preuve.
ask-files-more = { $n ->
        [one] { $n } fichier reçu.
       *[other] { $n } fichiers reçus.
    } Envoyez-en d'autres, ou appuyez sur « Terminé ».
ask-files-hint = Envoyez des photos ou fichiers, ou appuyez sur « Terminé ».
opt-files_done = Terminé
    .also = fini|c est tout|continuer
opt-last_file_away = Ôter le dernier
file-away = Le dernier fichier est ôté.
file-refused = Pardon, un fichier n'a pas pu être pris : { $why } Essayez une photo, une courte vidéo ou un PDF, ou apportez-le à { $address }. Le reste est gardé.
file-refused-after = Pardon, un fichier envoyé avec votre lettre n'a pas pu être pris : { $why } La lettre est partie. Écrivez /bosung pour un autre fichier, ou apportez-le à { $address }.
file-refused-too-large = le fichier dépasse { $mb } Mo, ou devient bien trop grand une fois ouvert.
file-refused-wrong-type = ce n'est ni photo, ni vidéo, ni son, ni papier que nous sachions lire.
file-refused-broken = le fichier est abîmé ou vide.
file-refused-unavailable = la machine n'a pas pu le chercher.
file-refused-infected = l'antivirus a trouvé quelque chose de mauvais.
file-refused-too-many = on ne peut prendre que { $files } fichiers.
review-full-day = Vous avez envoyé { $n } lettres en 24 heures, celle-ci ne peut donc pas encore partir. Rien n’est perdu : la lettre et ses fichiers restent ici. À partir de { $at }, touchez « Envoyer ». Si c’est pressant, appelez { $phone } ({ $hours }).

## 6 : qui envoie, relecture

sender-via-telegram = Telegram connaît toujours votre compte : nous ne disons donc pas que « sans nom » est tout à fait anonyme.
sender-via-zalo-oa = Zalo connaît toujours votre compte : nous ne disons donc pas que « sans nom » est tout à fait anonyme.
sender-via-zalo-bot = Zalo connaît toujours votre compte : nous ne disons donc pas que « sans nom » est tout à fait anonyme.
sender-via-web = Votre fournisseur d'accès connaît toujours votre appareil : nous ne disons donc pas que « sans nom » est tout à fait anonyme.
sender-via-terminal = C'est une fenêtre d'essai.
ask-sender-to-cao = Pour qui envoyez-vous ? La loi veut que le nom et l'adresse de qui dénonce restent secrets. { $via }
ask-sender-khieu-nai = Pour qui envoyez-vous ? Une réclamation défend votre propre droit : la loi demande nom et adresse. { $via }
ask-sender-kien-nghi-phan-anh = Pour qui envoyez-vous ? Avec un nom, l'agent peut vous demander et vous répondre. { $via }
ask-sender-khac = Pour qui envoyez-vous ? Avec un nom, l'agent peut vous demander et vous répondre. { $via }
ask-sender-hint = Appuyez sur un bouton, ou écrivez votre nom.
opt-self = Pour moi
    .also = moi
opt-other = Pour quelqu'un
    .also = quelqu un d autre
opt-group = Pour un groupe
    .also = groupe|plusieurs
opt-anonymous = Sans nom
    .also = anonyme
anonymous-to-cao =
    Sans nom, selon la loi sur les dénonciations (article 25), la procédure de dénonciation ne s'applique pas et il n'y a pas d'avis officiel de résultat. Mais si l'on dit clairement qui et quoi, avec des preuves concrètes, le service doit quand même regarder ou transmettre.
    L'agent qui traite ne verra pas votre nom. Mais votre compte existe : nous ne disons pas que c'est tout à fait anonyme.
anonymous-khieu-nai =
    Sans nom, ce n'est pas encore une réclamation selon la loi ; un agent lira quand même et vous guidera ici.
    L'agent qui traite ne verra pas votre nom. Mais votre compte existe : nous ne disons pas que c'est tout à fait anonyme.
anonymous-kien-nghi-phan-anh = C'est possible. L'agent qui traite ne verra pas votre nom. Mais votre compte existe : nous ne disons pas que c'est tout à fait anonyme. Suivez avec le code dans cette conversation.
anonymous-khac = C'est possible. L'agent qui traite ne verra pas votre nom. Mais votre compte existe : nous ne disons pas que c'est tout à fait anonyme.
ask-relation =
    Qu'êtes-vous pour cette personne ?
    Par exemple : « sa fille », « voisin », « chef du groupe 5 ».
ask-relation-hint = Quelques mots, ou appuyez sur « Passer ».
ask-agrees = Cette personne le sait-elle et est-elle d'accord ?
ask-agrees-hint = Appuyez sur un bouton.
opt-agrees_yes = Oui, d'accord
    .also = oui
opt-agrees_no = Pas encore demandé
opt-agrees_cannot = Impossible
ask-answers-to = À qui répondre ?
ask-answers-to-hint = Appuyez sur un bouton.
opt-answers_me = À moi
opt-answers_them = À cette personne
opt-answers_both = Aux deux
ask-size = Combien de personnes envoient ensemble ? Écrivez un nombre.
ask-size-hint = Un nombre, 2 ou plus, par exemple 12.
ask-representatives = Qui parle pour le groupe ? Nom et téléphone de 1 à 5 personnes.
ask-representatives-hint = Le nom d'une personne qui parle pour le groupe, ou « Passer ».
ask-name = Quel est votre nom complet ? Seuls les agents chargés peuvent l'ouvrir.
ask-name-hint = Écrivez le nom complet, ou appuyez sur « Passer ».
ask-name-other = Quel est le nom complet de la personne ? Seuls les agents chargés peuvent l'ouvrir.
ask-name-other-hint = Écrivez le nom complet, ou appuyez sur « Passer ».
ask-address =
    Quelle est l'adresse ?
    Par exemple : « 8 ruelle 12, groupe 5, quartier Cầu Giấy ».
ask-address-hint = Écrivez l'adresse, ou appuyez sur « Passer ».
ask-contact = Comment l'agent peut-il vous joindre ? Un numéro, ou « Message ici ». Si le téléphone est partagé, dites à quelles heures appeler.
ask-contact-hint = Ce numéro ne semble pas juste (par exemple 0912 345 678). Vérifiez, ou appuyez sur « Message ici ».
opt-here = Message ici
    .also = ici
minor = Si vous avez moins de 18 ans : mieux vaut venir à { $address } avec un parent ou un adulte de confiance, ou appeler le 111 (gratuit, jour et nuit). Vos mots arriveront quand même à un agent.
review = Relisez toute la lettre :
review-kind = • Genre : { $value }
review-topic = • Sujet : { $value }
review-ward = • Quartier, commune : { $value }
review-place = • Lieu : { $value }
review-when = • Moment : { $value }
review-concerned = • Personne ou décision : { $value }
review-content = • Contenu : { $value }
review-files = • Fichiers : { $value }
review-sender = • Envoyé par : { $value }
review-name = • Nom complet : { $value }
review-address = • Adresse : { $value }
review-contact = • Contact : { $value }
review-empty = (vide)
review-pin = avec un lieu de carte
review-reader-to-cao = Seuls les agents chargés des affaires secrètes peuvent l'ouvrir. Le groupe de travail ne voit ni nom, ni mots, ni fichiers : seulement le code, le genre, les dates et l'avancement.
review-reader-other = Seuls les agents chargés peuvent l'ouvrir. Le groupe de travail ne voit ni nom, ni mots, ni fichiers : seulement le code, le genre, le quartier, le sujet, les dates et l'avancement.
review-end = Personne ne le reçoit avant « Envoyer ». En appuyant, vous confirmez avoir dit ce que vous savez.
review-hint = « Envoyer » si c'est juste, « Modifier » pour changer une ligne.
sender-self = pour moi
sender-other = pour quelqu'un ({ $relation })
sender-group = un groupe de { $n } personnes
sender-anonymous = sans nom
opt-send = Envoyer
    .also = oui|ok|confirmer
opt-edit = Modifier
opt-cancel = Annuler
    .also = ne pas envoyer
ask-edit = Quelle ligne changer ?
ask-edit-hint = Appuyez sur la ligne à changer, ou « C'est bon ».
opt-edit_done = C'est bon
    .also = c est bon|rien
line-kind = Genre
line-topic = Sujet
line-ward = Quartier, commune
line-place = Lieu
line-when = Moment
line-concerned = Personne, décision
line-content = Contenu
line-files = Fichiers
line-sender = Envoyé par
line-name = Nom complet
line-address = Adresse
line-contact = Contact
ask-topic = De quoi s'agit-il ? Dans le doute, choisissez « Autre » ; un agent triera.
ask-topic-hint = Appuyez sur un sujet. Dans le doute, « Autre ».
topic-trat_tu_xay_dung = Construction
topic-dat_dai = Terre, indemnités
topic-moi_truong = Environnement
topic-giao_thong_ha_tang = Routes, réseaux
topic-dan_chu_co_so = Démocratie locale
topic-an_ninh_trat_tu = Ordre public
topic-chinh_sach_xa_hoi = Aide sociale
topic-y_te_giao_duc = Santé, école
topic-can_bo_cong_vu = Agents publics
topic-tham_nhung_tieu_cuc = Corruption
topic-khac = Autre

receipt =
    REÇU. Merci.
    Code de suivi : { $code }
    Vous voulez : { $kind }.
receipt-due = Votre lettre est chez { $unit }. Au plus tard le { $due }, le Front doit vous dire ce qu'il en est ({ $article }).
receipt-due-chat = Votre lettre est chez { $unit }. Date que le Front se donne pour cette étape : { $due } ({ $article }).
receipt-lawful-to-cao = Ce message est une première information. Ce n'est PAS ENCORE une dénonciation selon la loi : il faut votre signature (ou empreinte), ou une déclaration à { $address }, { $hours }, téléphone { $phone }.
receipt-lawful-khieu-nai = Ce message n'est PAS ENCORE une réclamation selon la loi : il faut nom, adresse et signature (ou empreinte). Apportez-la à { $address }, { $hours }, téléphone { $phone }. Gardez en tête le délai de 90 jours.
receipt-anonymous = Sans nom : toute réponse vient seulement dans cette conversation.
receipt-files = Fichiers joints : { $n }{ $waiting ->
        [0] .
       *[other] , dont { $waiting } en route ; je dirai si l'un ne peut être pris.
    }
receipt-next-lawful = S'il y a du nouveau, je l'écris ici. Suivre : /tracuu ; ajouter : /bosung ; retirer : /rutdon.
receipt-next = Vous n'avez plus rien à faire. S'il y a du nouveau, je l'écris ici. Suivre : /tracuu ; ajouter : /bosung ; retirer : /rutdon.
receipt-voices = { $n ->
        [one] Une autre personne a
       *[other] { $n } autres personnes ont
    } écrit sur cela. Voulez-vous suivre ensemble ? Touchez Suivre ensemble : vous saurez aussi quand une autre lettre sur cela avance. La vôtre compte et reçoit sa réponse à part.
opt-follow = Suivre ensemble
follow-begun = Désormais { $code } est suivie avec { $n ->
        [one] une autre personne qui a
       *[other] { $n } autres personnes qui ont
    } écrit sur cela. S'il y a du nouveau, je vous écris. Ces personnes ne voient pas votre nom, ni vous le leur.
follow-already = { $code } est déjà suivie avec { $n ->
        [one] une autre personne.
       *[other] { $n } autres personnes.
    }
follow-nothing = Il n'y a pas d'autre lettre à suivre avec { $code } pour le moment. La vôtre est examinée comme avant.
follow-track = Suivie avec { $n ->
        [one] une autre personne qui a
       *[other] { $n } autres personnes qui ont
    } écrit sur cela.
follow-news-forwarded = Du nouveau sur ce que vous suivez ensemble ({ $code }) : une lettre sur la même chose a été transmise à l'autorité compétente. La vôtre est toujours examinée à part.
follow-news-answered = Du nouveau sur ce que vous suivez ensemble ({ $code }) : une lettre sur la même chose a reçu une réponse. La vôtre est toujours examinée et recevra la sienne.

## Après l'envoi

status-submitted = reçue, attend un agent
status-registered = un agent l'examine
status-guided = conseil donné
status-forwarded = transmise à l'autorité compétente
status-archived = classée
status-answered = réponse donnée
status-withdrawn = retirée
status-reviewed = examinée par un agent
status-closed = traitée
status-received = reçue
case-line = { $code } · { $day } · { $status }
own-letters = Vos lettres (les plus récentes d'abord) :
no-letters = Aucune lettre envoyée depuis ce compte. Si c'était depuis une autre application, écrivez /lienket là-bas.
ask-code = Écrivez le code de suivi du reçu, ou choisissez une lettre.
ask-code-hint = Le code commence par TD et a 8 lettres et chiffres. Minuscules et tirets oubliés ne font rien.
code-unknown = Je ne trouve pas ce code. Vérifiez chaque signe. Si vous l'avez oublié, appelez { $phone } ou venez avec vos papiers à { $address }. Pour vous protéger, je ne cherche pas par nom ni numéro.
code-too-many = Plusieurs codes étaient faux. Attendez une heure et réessayez, ou appelez { $phone } ({ $hours }), un agent cherchera.
track-mine =
    Lettre { $code }
    Vous voulez : { $kind }
    Reçue : { $received }
    Maintenant : { $status }
    Chez : { $holder }
track-next = Prochaine date : { $due }.
track-guided = { $day } : un agent vous a conseillé. { $words }
track-forwarded = { $day } : transmise à { $authority }{ $has_number ->
        [yes] {" "}(document { $number }).
       *[no] .
    }
track-archived = { $day } : classée. { $words }
track-answered = { $day } : réponse donnée. { $words }
track-secret = { $day } : { $status }. Par discrétion, aucun détail n'est envoyé ici.
track-unsigned = Pas encore de lettre signée : pour qu'elle vaille selon la loi, apportez-la avec votre signature (ou empreinte) à { $address } ({ $hours }).
track-files = Fichiers joints : { $n }.
track-nothing-to-do = Vous n'avez plus rien à faire.
track-foreign = Lettre { $code } : { $status }. Chez : { $holder }. { $next }
track-foreign-secret = Lettre { $code } : { $status }.
ask-which = De quelle lettre s'agit-il ?
ask-which-hint = Appuyez sur le code de la lettre, ou écrivez son numéro.
ask-which-gone = Cette lettre n'est plus ici.
not-your-letter = Cette lettre ne vient pas de ce compte. Pour la suivre ici, écrivez /lienket dans le compte d'envoi, puis envoyez-moi le mot obtenu. Aide : { $phone }.
ask-added = Envoyez les mots, photos ou papiers à ajouter à la lettre { $code }.
ask-added-more = Lettre { $code } : messages ajoutés : { $n }, fichiers : { $files }. Continuez, ou appuyez sur « Terminé ».
added = Ajouté à la lettre { $code }, l'agent est prévenu. Merci.
data-kept = Lettres envoyées depuis ce compte que nous gardons : { $letters }
data-draft = Un brouillon. Il s'efface tout seul après { $days } jours sans usage.
data-rights =
    Chaque lettre contient votre récit, vos fichiers, et vos nom et contact si vous les avez donnés ; tout est chiffré, et chaque ouverture par un agent est notée.
    Pour une copie, une correction, ou savoir qui a ouvert : appelez { $phone } ou venez à { $address }.
ask-withdraw-free = Voulez-vous retirer la lettre { $code } ? C'est votre droit, sans donner de raison. Elle reste dans les chiffres, sans noms.
ask-withdraw-lawful = Voulez-vous retirer la lettre { $code } ? Pour une réclamation ou une dénonciation, la loi veut un papier signé : je note seulement votre souhait et un agent fixe un rendez-vous. Si une dénonciation montre une infraction, le service continue. Si l'on vous y force, appuyez sur « On me force ».
ask-delete = Voulez-vous effacer les données de la lettre { $code } ? Un agent effacera ce que la loi permet (nom, contact, messages). Si elle est enregistrée ou transmise, le registre et le dossier restent selon la loi. Effacez vous-même les messages de votre appareil.
ask-consent = Voulez-vous retirer votre accord pour la lettre { $code } ? Nous arrêtons alors ce que la loi n'impose pas ; ce qui est enregistré ou transmis doit rester. Vous n'aurez peut-être plus de réponse.
opt-sure = J'en suis sûr
    .also = oui|sûr|ok
opt-forced = On me force
    .also = forcé|menacé
asked-withdraw = Votre souhait de retirer la lettre { $code } est noté aujourd'hui, l'agent est prévenu et le confirmera ici.
asked-withdraw-lawful = Votre souhait de retirer la lettre { $code } est noté aujourd'hui, l'agent est prévenu. La lettre N'EST PAS retirée avant votre signature à { $address } ({ $hours }).
asked-delete = Votre souhait d'effacer les données de la lettre { $code } est noté aujourd'hui, l'agent est prévenu. Sous 2 jours ouvrés, il dira ce qui est effacé et ce que la loi impose de garder.
asked-consent = Le retrait de votre accord pour la lettre { $code } est noté aujourd'hui, l'agent est prévenu. Sous 2 jours ouvrés, il dira ce qui s'arrête et ce que la loi impose de garder.
asked-already = Cette demande sur la lettre { $code } est déjà notée et attend un agent.
asked-forced = Merci de nous le dire. Nous n'avons PAS retiré la lettre { $code } et avons prévenu discrètement l'agent chargé. Si l'on vous menace, appelez le 113. Si d'autres voient votre téléphone, effacez ce message.
link-word =
    Un mot pour lier les comptes, une seule fois (dans les { $minutes } minutes) :
    { $word }
    Dans l'autre application, écrivez : /lienket { $word }
    Ne donnez ce mot à personne.
link-joined = Les deux comptes sont liés. Vous voyez ici les lettres de l'autre compte et pouvez y ajouter.
link-word-wrong = Ce mot n'est pas juste ou son temps est passé. Écrivez /lienket dans le compte d'envoi pour un nouveau.
request-withdraw = retirer la lettre
request-delete = effacer vos données
request-consent = reprendre votre accord
request-data = voir vos données
request-forced = dire que l'on vous force
told-request = Lettre { $code } : votre demande ({ $want }) ; l'agent répond : { $words }
told-request-secret = Lettre { $code } : il y a une réponse à votre demande. Par discrétion, aucun détail ici ; venez ou appelez { $phone }.
told-reopened = Lettre { $code } : un agent l'examine de nouveau. S'il y a du nouveau, je l'écris ici.
told-guided = Lettre { $code } : un agent l'a lue et vous conseille : { $words }
told-forwarded = Lettre { $code } : le { $on } le Front l'a transmise à { $authority }{ $has_number ->
        [yes] , document { $number }.
       *[no] .
    } Ce service doit l'examiner et répondre selon la loi ; le Front suit. Vous n'avez plus rien à faire.
told-archived = Lettre { $code } : le Front l'a lue et classée, parce que : { $words } Si vous pensez que c'est une erreur ou s'il y a du nouveau, écrivez /bosung.
told-answered = Lettre { $code } : il y a une réponse. { $words } Si vous n'êtes pas d'accord, écrivez /bosung et un agent regardera encore.
told-forwarded-secret = Lettre { $code } : le { $on } le Front l'a transmise à l'autorité compétente. Pour vous protéger, aucun détail ici ; venez demander ou appelez { $phone }.
told-secret = Il y a du nouveau pour la lettre { $code }. Pour vous protéger, aucun détail ici ; venez ou appelez { $phone }.

## Échanges, satisfaction

opt-reply = Répondre
opt-new_matter = Autre chose
courtesy-words =
    .also = merci|beaucoup|oui|ok|d|accord|bien|reçu
talkback-put = 💬 J'ai mis vos mots avec la lettre { $code }. L'agent les lira. Si c'était autre chose, appuyez ci-dessous.
talkback-which = De quelle lettre parliez-vous ?
survey = Êtes-vous satisfait du traitement de la lettre { $code } ? Un seul appui suffit.
survey-again = Une dernière fois : êtes-vous satisfait du traitement de la lettre { $code } ? Vous n'êtes pas obligé de répondre.
opt-hailong = 😊 Satisfait
    .also = satisfait
opt-tamduoc = 😐 Moyen
    .also = moyen
opt-chuahailong = 🙁 Pas satisfait
    .also = pas satisfait
survey-nothing = Aucune question ne vous attend.
survey-said-already = Vous avez déjà répondu. Merci.
survey-thanks-satisfied = Merci. La lettre { $code } est close ; écrivez quand vous voulez.
survey-thanks-partly = Merci de nous le dire. S'il y a plus à dire sur { $code }, écrivez.
survey-why = Nous regrettons que vous ne soyez pas satisfait pour { $code }. Dites-nous pourquoi, pour que nous regardions encore :
survey-why-hint = Écrivez-le, ou appuyez sur « Sans raison ».
opt-no_reason = Sans raison
survey-reopened = Nous rouvrons la lettre { $code }, l'examinons et vous dirons. Le code reste le même.
survey-above = Ce que vous avez dit de { $code } est allé à { $unit }, qui regardera comment elle a été traitée. Vous serez prévenu.

## La page

web-name = Tiếng Dân
web-chat-about = Envoyer un avis, une réclamation ou une dénonciation à { $place }.
web-chat-skip = Aller au message
web-call = Appeler
web-call-label = Appeler un agent, { $phone }
web-more = Plus
web-status-link = Chercher par code
web-forget = Effacer de cet appareil
web-forget-ask = Effacer cette conversation de cet appareil ? Notez d'abord votre code de suivi. Les lettres envoyées restent au Front et sont traitées.
web-no-script = Cette page demande JavaScript. Vous pouvez appeler { $phone }, ou venir à { $address } ({ $hours }).
web-log = Conversation
web-below = La suite en bas
web-write = Écrire un message…
web-write-label = Écrire un message au Front
web-send = Envoyer
web-attach = Envoyer une photo ou un fichier
web-camera = Prendre une photo
web-pick = Choisir photos, fichiers
web-here = Envoyer mon lieu
web-no-place = Lieu introuvable. Décrivez-le avec des mots.
web-speak = Enregistrer
web-speak-send = Envoyer le son
web-recording = Enregistrement
web-no-voice = Impossible d'enregistrer. Autorisez le micro, ou écrivez.
web-answers = Choisissez une réponse
web-bot = Assistant
web-you = Vous
web-copy = Copier
web-copied = Copié
web-sending = Envoi
web-kept = Pas encore envoyé. C'est gardé ici et repartira tout seul.
web-down = La ligne est coupée. Continuez : les messages sont gardés et partiront à son retour.
web-status-title = Chercher par code
web-status-code = Code de suivi
web-status-look = Chercher
