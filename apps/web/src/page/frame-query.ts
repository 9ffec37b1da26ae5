import { graphql } from '@kundig/api-contract';

/** What the header shows a signed-in person; visitors' pages need no such question. */
export const FrameQuery = graphql(`
  query PageFrame {
    viewer {
      textsWaiting
      secondFactorOwed
      suspension {
        ...SuspensionNote_suspension
      }
      mayModerate
      mayDecideNotices
      mayEditFaq
      mayImproveSearch
      mayWriteArticles
      mayAdminister
      mayApproveReveals
      leadsGroups
      openReports
      openObjections
      openContentNotices
      waitingPosts
      waitingReveals
      unreadNotices
      speaksAsStaff
      staffLacks
      member {
        id
        nickname
        path
        kind
        realName
        pictureSeed
        picture
      }
    }
  }
`);
