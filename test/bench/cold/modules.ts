/** The modules of the functions that answer people, loaded and not yet set to work. */
export { answeringApp as handler } from '#functions/aws-app.ts';
