## The one question that tells two kinds apart

kind-tell-to_cao-khieu_nai = What matters most: that somebody is dealt with for doing wrong, or that an office cancels or corrects what it decided about you?
kind-tell-to_cao-kien_nghi_phan_anh = Shall somebody be dealt with for breaking the law, or do you only wish that this is put right?
kind-tell-khieu_nai-kien_nghi_phan_anh = Did an office decide something about you, refuse you or not answer, and shall it look again? Or is this a suggestion or news for everybody's good?

## Whether there is a matter at all

kind-matter-or-none = I am not sure that I understood: would you like to { $kind }, or are you only asking or telling?
opt-only_asking = Only asking
    .also = only asking|just asking|only a question|do not send
