import { App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { CivicStack, type Built } from './civic-stack.ts';
import { EdgeStack } from './edge-stack.ts';
import { STAGES, type Stage } from './stages.ts';

const EDGE_REGION = 'us-east-1';

/** Both stages, checked against AWS's own rules of good practice: a finding without a written reason fails the synth. */
export const civicApp = (
  built: Built,
  { outdir, stages = STAGES }: { outdir?: string; stages?: Record<string, Stage> } = {},
) => {
  const app = new App(outdir ? { outdir } : {});
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  for (const stage of Object.values(stages)) {
    const { account, region } = stage;
    const shared = { crossRegionReferences: true, terminationProtection: stage.keepsData };
    const edge = new EdgeStack(app, `EqualSay-${stage.name}-edge`, stage, {
      ...shared,
      env: { account, region: EDGE_REGION },
    });
    const civic = new CivicStack(app, `EqualSay-${stage.name}`, stage, edge, built, {
      ...shared,
      env: { account, region },
    });
    for (const stack of [edge, civic]) Tags.of(stack).add('stage', stage.name);
  }
  return app;
};
