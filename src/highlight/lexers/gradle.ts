import { type Lexer, moreWords } from '../lexer.js';
import { groovyStates, groovyWords } from './groovy.js';

/** Gradle's build scripts in Groovy. */
export const gradle: Lexer = {
  states: () =>
    groovyStates({
      keywords: moreWords(
        groovyWords.keywords,
        'allprojects artifacts buildscript configuration dependencies publishing repositories sourceSets subprojects',
      ),
      types: moreWords(
        groovyWords.types,
        `ArtifactResolutionQuery ComponentSelection ComponentSelectionRules Configuration ConventionProperty
        ExtensionAware ExtraPropertiesExtension Gradle IncrementalTaskInputs IvyArtifact IvyArtifactSet
        IvyModuleDescriptorSpec IvyPublication JavaToolChain MavenArtifact MavenArtifactSet MavenPom MavenPublication
        PluginDependenciesSpec PluginDependencySpec Project PublishingExtension ResolutionStrategy ResourceHandler Script
        Settings SourceSet SourceSetOutput Task TextResourceFactory`,
      ),
    }),
};
