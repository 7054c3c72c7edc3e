import { defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { announcement } from '../../src/chat/options/announcement.ts';
import { announcementKinds } from '../../src/core/announcements/model.ts';
import { previewWords } from '../../src/messages/announcements.fr.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { previewReply, whatToPreviewReply } from '../../src/messages/following.fr.ts';

export const apercu = defineCommand({
  name: 'apercu',
  summary: 'Voir ce qui serait publié maintenant',
  title: 'Aperçu d’une annonce',
  access: 'animation',
  audience: 'asker',
  options: { annonce: optional(announcement('Quelle annonce')) },
  examples: ['agenda', ''],

  async run({ args: { annonce }, actor, core, place }) {
    if (annonce === undefined) return whatToPreviewReply(announcementKinds);
    const preview = await core.announcements.preview(actor, annonce);
    if (!preview.ok) return refuse(preview.error, place);
    const next = preview.value.next?.toZonedDateTimeISO(place.timeZone);
    return previewReply(annonce, next, previewWords(preview.value));
  },
});
