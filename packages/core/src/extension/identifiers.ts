/** Identity under which the project publishes its extensions. */
export const projectIdentityId = 'identity--a2fd9712-13f7-5a7d-bd2c-f9685302c06d';
export const personExtensionId = 'extension-definition--a1a55033-ab0c-5c50-9d6b-aa771adb4c79';
export const organisationExtensionId = 'extension-definition--c32c703c-ecc4-5ccf-b832-9ecc5b7adf64';
export const assessmentExtensionId = 'extension-definition--854d26ea-8474-5028-b74c-e5038cd311e0';
/** Stands in what the hub itself says; nobody else can put it in. */
export const noticeExtensionId = 'extension-definition--cf4fb832-cedf-59f7-9718-f3452308b881';
export const reportTextExtensionId = 'extension-definition--06e04013-ff83-5384-8cbe-61a5cf9e64de';
/** By them a note asks, and a note answers (docs/requests.md). */
export const requestExtensionId = 'extension-definition--34926442-4d0d-5b8c-afa6-c2ffd452e5f8';
export const answerExtensionId = 'extension-definition--8aba098d-69ac-550c-a6cd-49ec50475f35';
export const decisionExtensionId = 'extension-definition--e4cbdbbd-a430-5de9-8aae-4fabe45dabd3';
/** The extension for labels; the label room has its shape and reads it. */
export const labelExtensionId = 'extension-definition--27eb0633-7347-4b68-94b5-aeb4bb6081eb';

/** The project's extension-definitions and their identity: references to them tell nothing and are never cut. */
export const neverCutExtensionIds: ReadonlySet<string> = new Set([
  projectIdentityId,
  personExtensionId,
  organisationExtensionId,
  assessmentExtensionId,
  noticeExtensionId,
  reportTextExtensionId,
  requestExtensionId,
  answerExtensionId,
  decisionExtensionId,
  labelExtensionId,
]);
