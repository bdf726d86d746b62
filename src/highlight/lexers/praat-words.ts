import { wordSet } from '../lexer.js';

/** Praat's functions, with the mark of what they give: a text (`$`), a vector (`#`), a matrix (`##`). */
export const functions = wordSet(`
  abs appendFile appendFileLine appendInfo appendInfoLine arccos arccosh arcsin arcsinh arctan arctan2 arctanh
  backslashTrigraphsToUnicode$ barkToHertz beginPause beginSendPraat besselI besselK beta beta2 binomialP binomialQ
  boolean ceiling chiSquareP chiSquareQ choice chooseDirectory$ chooseReadFile$ chooseWriteFile$ comment cos cosh
  createDirectory date$ deleteFile demoClicked demoClickedIn demoCommandKeyPressed demoExtraControlKeyPressed demoInput
  demoKey$ demoKeyPressed demoOptionKeyPressed demoShiftKeyPressed demoShow demoWaitForInput demoWindowTitle demoX demoY
  differenceLimensToPhon do do$ editor empty$# endPause endSendPraat endsWith environment$ erb erbToHertz erf erfc
  exitScript exp extractLine$ extractNumber extractWord$ fileNames$# fileReadable fisherP fisherQ fixed$ floor
  folderNames$# gaussP gaussQ hash hertzToBark hertzToErb hertzToMel hertzToSemitones imax imin incompleteBeta
  incompleteGammaP index index_regex info$ integer invBinomialP invBinomialQ invChiSquareQ invFisherQ invGaussQ
  invSigmoid invStudentQ left$ length linear# linear## ln lnBeta lnGamma log10 log2 max melToHertz mid$ min minusObject
  mul## mul_fast## mul_metal## mul_nt## mul_tn## mul_tt## natural number numberOfColumns numberOfRows numberOfSelected
  objectsAreIdentical option optionMenu outer## pauseScript peaks## percent$ phonToDifferenceLimens plusObject positive
  randomBinomial randomGamma## randomGauss randomGauss# randomGauss## randomInteger randomInteger# randomInteger##
  randomPoisson randomUniform randomUniform# randomUniform## readFile readFile$ readLinesFromFile$# real removeObject
  replace$ replace_regex$ right$ rindex rindex_regex round runScript runSystem runSystem_nocheck selectObject selected
  selected$ semitonesToHertz sentence sentencetext sigmoid sin sinc sincpi sinh softmaxPerRow## solve##
  soundPressureToPhon splitByWhitespace$# sqrt startsWith string$ studentP studentQ tan tanh text transpose##
  unicodeToBackslashTrigraphs$ variableExists word writeFile writeFileLine writeInfo writeInfoLine zero# zero##
`);

/** Types of objects. */
export const objects = wordSet(`
  Activation AffineTransform AmplitudeTier Art Artword Autosegment BarkFilter BarkSpectrogram CCA Categories Cepstrogram
  Cepstrum Cepstrumc ChebyshevSeries ClassificationTable Cochleagram Collection ComplexSpectrogram Configuration
  Confusion ContingencyTable Corpus Correlation Covariance CrossCorrelationTable CrossCorrelationTableList
  CrossCorrelationTables DTW DataModeler Diagonalizer Discriminant Dissimilarity Distance Distributions DurationTier EEG
  ERP ERPTier EditCostsTable EditDistanceTable Eigen Excitation Excitations ExperimentMFC FFNet FeatureWeights
  FileInMemory FilesInMemory Formant FormantFilter FormantGrid FormantModeler FormantPoint FormantTier GaussianMixture
  HMM HMMObservation HMMObservationSequence HMMState HMMStateSequence HMM_Observation HMM_ObservationSequence HMM_State
  HMM_StateSequence Harmonicity ISpline Index Intensity IntensityTier IntervalTier KNN KlattGrid KlattTable LFCC LPC
  Label LegendreSeries LinearRegression LogisticRegression LongSound Ltas MFCC MSpline ManPages Manipulation Matrix
  MelFilter MelSpectrogram MixingMatrix Movie Network OTGrammar OTHistory OTMulti PCA PairDistribution ParamCurve
  Pattern Permutation Photo Pitch PitchModeler PitchTier PointProcess Polygon Polynomial PowerCepstrogram PowerCepstrum
  Procrustes RealPoint RealTier ResultsMFC Roots SPINET SSCP SVD Salience ScalarProduct Similarity SimpleString
  SortedSetOfString Sound Speaker Spectrogram Spectrum SpectrumTier SpeechSynthesizer SpellingChecker Strings
  StringsIndex Table TableOfReal TextGrid TextInterval TextPoint TextTier Tier Transition VocalTract VocalTractTier
  Weight WordList
`);

/** Variables that are there from the start. */
export const variables = wordSet(`
  all average defaultDirectory$ e homeDirectory$ left macintosh mono newline$ pi praatVersion praatVersion$
  preferencesDirectory$ right shellDirectory$ stereo tab$ temporaryDirectory$ undefined unix windows
`);
