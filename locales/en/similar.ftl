## Letters about the same thing

receipt-voices = { $n ->
    [one] One other person has
   *[other] { $n } other people have
} written about this. Would you like to follow it together? Tap Follow together and you also hear when another letter about it comes on. Yours still counts and is answered on its own.
opt-follow = Follow together
command-theodoi =
    .also = follow together
follow-begun = From now on { $code } is followed together with { $n ->
    [one] one other person who
   *[other] { $n } other people who
} wrote about this. When there is news of it, I write to you. The others are not shown your name, nor you theirs.
follow-already = { $code } is being followed together with { $n ->
    [one] one other person.
   *[other] { $n } other people.
}
follow-nothing = There is no other letter to follow together with { $code } now. Yours is looked at as before.
follow-track = Followed together with { $n ->
    [one] one other person who
   *[other] { $n } other people who
} wrote about this.
follow-news-forwarded = There is news of what you follow together ({ $code }): a letter about the same thing was passed on to the authority in charge. Yours is still looked at on its own.
follow-news-answered = There is news of what you follow together ({ $code }): a letter about the same thing was answered. Yours is still looked at and answered on its own.
staff-similar = Perhaps about the same thing as: { $codes }. Please compare before you join them.
