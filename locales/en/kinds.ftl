## The one question that tells two kinds apart

kind-tell-to_cao-khieu_nai = What matters most: that somebody is dealt with for doing wrong, or that an office cancels or corrects what it decided about you?
kind-tell-to_cao-kien_nghi_phan_anh = Shall somebody be dealt with for breaking the law, or do you only wish that this is put right?
kind-tell-khieu_nai-kien_nghi_phan_anh = Did an office decide something about you, refuse you or not answer, and shall it look again? Or is this a suggestion or news for everybody's good?
