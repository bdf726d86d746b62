# frozen_string_literal: true

module Utterson
  # What plain code may name. What is in no list may be anything.
  module PlainNames
    VALUES = [String, Symbol, Array, Hash, Integer, Float, Rational, Range, Regexp, MatchData, NilClass, TrueClass, Time, Date, DateTime,
              Enumerable, Comparable].freeze

    # Of values: numbers that are others in each process, what calls by name, places in a text or a list that go on, chance that is not noted.
    NOT_PLAIN = %i[hash object_id __id__ send __send__ public_send method methods singleton_method singleton_methods define_singleton_method
                   singleton_class extend instance_variable_get instance_variable_set instance_variables instance_eval instance_exec
                   remove_instance_variable public_method to_proc next succ lazy compare_by_identity crypt unpack unpack1 pack display
                   to_enum enum_for curry each_entry now localtime utc gmtime to_set].freeze

    OF_ALL_OBJECTS = %i[nil? is_a? kind_of? instance_of? respond_to? to_s inspect dup clone frozen? == != ! === =~ !~ eql? equal? tap then
                        yield_self itself class <=> name new call lambda proc loop catch throw raise format sprintf Array String Integer Float
                        Hash Rational block_given? to_liquid to_json rand].freeze

    # Of Jekyll's and Liquid's objects; what they read is noted by themselves, or goes over the wire.
    OF_SITES = %i[registers evaluate find_variable stack scopes environments evaluate_output render render! render_all nodelist tag_name
                  markup line_number parse_context raw body parse parse_expression lookups blank?
                  site config data time pages posts static_files layouts collections collection_names documents docs files tags categories
                  source dest in_source_dir in_dest_dir baseurl url path relative_path id title content output excerpt basename
                  basename_without_ext extname ext collection permalink draft? next_doc previous_doc output_ext cleaned_relative_path dir
                  published? html? index? label find_converter_instance convert matches sites configuration env sanitized_path slugify
                  deep_merge_hashes titleize_slug parse_date pluralized_array_from_hash stringify_hash_keys symbolize_hash_keys
                  snake_case has_yaml_header? logger debug info warn error layout date].freeze

    # Of the library's modules.
    OF_LIBRARY = %i[escape unescape escapeHTML unescapeHTML h html_escape url_encode u escape_html join generate pretty_generate load safe_load
                    load_file safe_load_file to_yaml dump hexdigest digest base64digest encode64 strict_encode64 decode64 strict_decode64
                    urlsafe_encode64 urlsafe_decode64 encode_www_form encode_www_form_component decode_www_form_component host scheme
                    query fragment port parse strptime valid_date? now today iso8601 xmlschema rfc2822 httpdate at mktime local gm
                    read binread readlines foreach open exist? file? directory? readable? basename dirname extname expand_path absolute_path
                    split fnmatch fnmatch? glob entries children each_child empty? mtime hex uuid alphanumeric random_number bytes sqrt floor
                    ceil sin cos log log10 log2 pow message backtrace full_message key? has_key? fetch shellescape shelljoin result
                    escape_path unescape_path parse_line last_match with_index with_object shellsplit].freeze

    CONSTANTS = %i[String Symbol Array Hash Integer Float Rational Complex Regexp Range Comparable Enumerable NilClass TrueClass FalseClass
                   Numeric Exception StandardError ArgumentError RuntimeError TypeError KeyError IndexError RangeError NameError NoMethodError
                   NotImplementedError ZeroDivisionError FloatDomainError IOError Errno ENOENT RegexpError EncodingError ParserError
                   SyntaxError Error ContextError Encoding UTF_8 BINARY ASCII_8BIT US_ASCII Math PI E Util
                   Liquid Jekyll Template Tag Block Drop Utils URL Document Page StaticFile Tags Drops Converters Markdown Errors Filters
                   StandardFilters VariableParser QuotedFragment QuotedString TagAttributes VariableSignature VALID_SYNTAX
                   FullTokenPossiblyInvalid FilterSeparator InvalidURIError InvalidYAMLFrontMatterError FatalException
                   IncludeTag IncludeRelativeTag HighlightBlock Link PostUrl MULTILINE IGNORECASE EXTENDED VERSION
                   CGI URI JSON ERB YAML Psych Date DateTime Time File Dir IO ENV Digest MD5 SHA1 SHA2 SHA256 Base64 CSV Shellwords
                   SecureRandom Random SEPARATOR MONTHNAMES DAYNAMES ABBR_MONTHNAMES ABBR_DAYNAMES RUBY_VERSION VariableLookup Expression
                   Variable].freeze

    # Classes of objects that are rendered, and begun anew at nothing else.
    TAGS = %i[Tag Block IncludeTag IncludeRelativeTag HighlightBlock].freeze

    # They change what they are called on.
    CHANGING = %i[<< []= push append prepend unshift insert concat replace delete delete_at delete_if clear update store keep_if shift pop fill
                  force_encoding setbyte add add? subtract append_as_bytes default= default_proc= shuffle! rehash].freeze

    # What they answer is nobody else's.
    FRESH = %i[+ - * % dup clone map collect flat_map select filter reject sort sort_by split gsub sub strip lstrip rstrip chomp downcase upcase
               capitalize join flatten uniq compact reverse keys values scan merge group_by partition zip transform_values transform_keys
               filter_map tr squeeze format sprintf each_slice each_cons take_while drop_while lines chars length size count to_i to_f
               to_sym inspect to_json].freeze
    FRESH_CLASSES = %i[String Array Hash].freeze

    # Whoever calls these on something may change any code.
    REACHING = %i[class_eval module_eval class_exec module_exec instance_eval instance_exec eval send __send__ public_send define_method
                  define_singleton_method alias_method remove_method undef_method prepend include extend refine using const_set remove_const
                  const_get instance_variable_set class_variable_set class_variable_get instance_variable_get singleton_class each_object
                  remove_class_variable binding].freeze

    # Run where they stand.
    AT_ONCE = %i[each map collect each_with_index each_pair select reject freeze to_h each_with_object inject reduce sort_by flat_map then tap].freeze

    # Functions of Ruby's own that a method may call.
    FUNCTIONS = %i[raise format sprintf Array String Integer Float Hash Rational Complex lambda proc loop catch throw block_given? rand].freeze

    # Read files by these alone; elsewhere they may read addresses.
    READING = %i[open read readlines foreach binread load_file safe_load_file].freeze
    READERS = %i[File IO YAML Psych CSV JSON].freeze

    METHODS = Set.new(VALUES.flat_map { |mod| mod.public_instance_methods(false) } - NOT_PLAIN + OF_ALL_OBJECTS + OF_SITES + OF_LIBRARY).freeze
    NAMES = Set.new(CONSTANTS).freeze

    def self.changing?(name) = CHANGING.include?(name) || (name.end_with?("!") && !%i[! render!].include?(name)) || name.match?(/\w=\z/)

    # Whether it is one of Ruby's functions that reach out of it, whoever has defined another of the name.
    def self.reaching_function?(name) = !FUNCTIONS.include?(name) && Kernel.private_method_defined?(name)
  end
end
